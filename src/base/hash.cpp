#include "base/hash.h"

#include <sodium.h>
#include <vector>

#include "base/check.h"

namespace kontor::base {

namespace {

std::string hex(const unsigned char* bytes, std::size_t count) {
  std::string out(count * 2 + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes, count);
  out.pop_back();
  return out;
}

}  // namespace

std::string sha256_bytes(std::string_view bytes) {
  std::string digest(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()),
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return digest;
}

std::string sha256(std::string_view bytes) {
  const std::string digest = sha256_bytes(bytes);
  return hex(reinterpret_cast<const unsigned char*>(digest.data()), digest.size());
}

std::string random_hex(int count) {
  CHECK(sodium_init() >= 0);
  std::vector<unsigned char> bytes(static_cast<std::size_t>(count));
  randombytes_buf(bytes.data(), bytes.size());
  return hex(bytes.data(), bytes.size());
}

bool equal_secrets(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace kontor::base
