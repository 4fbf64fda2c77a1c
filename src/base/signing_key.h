#pragma once
#include <array>
#include <string>
#include <string_view>

namespace kontor::base {

// A key pair of Ed25519 (RFC 8032), by libsodium.
class SigningKey {
 public:
  // The same pair from the same 32 secret bytes.
  explicit SigningKey(std::string_view seed);

  std::string public_key() const;                      // 32 bytes
  std::string signature(std::string_view text) const;  // 64 bytes

 private:
  std::array<unsigned char, 32> public_{};
  std::array<unsigned char, 64> secret_{};
};

// Whether who holds the secret half of `public_key` signed `text`.
bool is_signed(std::string_view text, std::string_view signature, std::string_view public_key);

// Bytes in the 32 letters and digits A–Z 2–7 (RFC 4648, section 6) without padding, which QR codes
// hold in little room; "" for what is none.
std::string base32(std::string_view bytes);
std::string unbase32(std::string_view text);

}  // namespace kontor::base
