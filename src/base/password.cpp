#include "base/password.h"

#include <array>
#include <new>
#include <sodium.h>

#include "base/check.h"

namespace kontor::base {

namespace {

constexpr unsigned long long passes = 3;
constexpr std::size_t memory_bytes = 64ULL * 1024 * 1024;

}  // namespace

std::string password_hash(std::string_view password) {
  CHECK(sodium_init() >= 0);
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), passes, memory_bytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::bad_alloc();
  return hash.data();
}

bool is_password(const std::string& hash, std::string_view password) {
  CHECK(sodium_init() >= 0);
  if (hash.empty() || hash.size() >= crypto_pwhash_STRBYTES) return false;
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace kontor::base
