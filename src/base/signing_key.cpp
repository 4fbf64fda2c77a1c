#include "base/signing_key.h"

#include <sodium.h>

#include "base/check.h"

namespace kontor::base {

namespace {

constexpr std::string_view digits_of_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

const unsigned char* raw(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

SigningKey::SigningKey(std::string_view seed) {
  CHECK(sodium_init() >= 0);
  CHECK(seed.size() == crypto_sign_SEEDBYTES);
  crypto_sign_seed_keypair(public_.data(), secret_.data(), raw(seed));
}

std::string SigningKey::public_key() const {
  return {public_.begin(), public_.end()};
}

std::string SigningKey::signature(std::string_view text) const {
  std::array<unsigned char, crypto_sign_BYTES> out{};
  crypto_sign_detached(out.data(), nullptr, raw(text), text.size(), secret_.data());
  return {out.begin(), out.end()};
}

bool is_signed(std::string_view text, std::string_view signature, std::string_view public_key) {
  CHECK(sodium_init() >= 0);
  return signature.size() == crypto_sign_BYTES && public_key.size() == crypto_sign_PUBLICKEYBYTES &&
         crypto_sign_verify_detached(raw(signature), raw(text), text.size(), raw(public_key)) == 0;
}

std::string base32(std::string_view bytes) {
  std::string out;
  unsigned kept = 0;
  int bits = 0;
  for (const char byte : bytes) {
    kept = (kept << 8U) | static_cast<unsigned char>(byte);
    for (bits += 8; bits >= 5; bits -= 5) out += digits_of_32[(kept >> (bits - 5)) & 31U];
  }
  if (bits > 0) out += digits_of_32[(kept << (5 - bits)) & 31U];
  return out;
}

std::string unbase32(std::string_view text) {
  std::string out;
  unsigned kept = 0;
  int bits = 0;
  for (const char digit : text) {
    const std::size_t value = digits_of_32.find(digit);
    if (value == std::string_view::npos) return {};
    kept = (kept << 5U) | static_cast<unsigned>(value);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      out += static_cast<char>((kept >> bits) & 255U);
    }
  }
  return base32(out) == text ? out : std::string();
}

}  // namespace kontor::base
