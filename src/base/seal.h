#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace kontor::base {

// A secret key of 256 bits.
class SealingKey {
 public:
  static SealingKey make();
  // From the 64 hexadecimal digits that hex() gives; nothing for anything else.
  static std::optional<SealingKey> parse(std::string_view hex);

  std::string hex() const;
  // Tells keys apart and nothing else.
  std::string fingerprint() const;

  // `text` sealed with XChaCha20-Poly1305 under a random nonce, in hexadecimal digits. It opens
  // only with the same `about`: what is moved to another place does not open there.
  std::string seal(std::string_view text, std::string_view about) const;
  std::optional<std::string> open(std::string_view sealed, std::string_view about) const;

  // 32 secret bytes for one purpose, from which nobody learns the key or those of another.
  std::string derived(std::string_view purpose) const;

 private:
  std::array<unsigned char, 32> bytes_{};
};

}  // namespace kontor::base
