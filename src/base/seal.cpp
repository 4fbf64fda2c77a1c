#include "base/seal.h"

#include <sodium.h>
#include <vector>

#include "base/check.h"
#include "base/hash.h"

namespace kontor::base {

namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
using Bytes = std::vector<unsigned char>;

const unsigned char* sealed_bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string hex_of(const unsigned char* bytes, std::size_t count) {
  std::string out(count * 2 + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes, count);
  out.pop_back();
  return out;
}

std::optional<Bytes> parse_hex(std::string_view hex) {
  Bytes bytes(hex.size() / 2 + 1);
  std::size_t count = 0;
  const char* end = nullptr;
  if (sodium_hex2bin(bytes.data(), bytes.size(), hex.data(), hex.size(), nullptr, &count, &end) !=
          0 ||
      end != hex.data() + hex.size())
    return std::nullopt;
  bytes.resize(count);
  return bytes;
}

}  // namespace

SealingKey SealingKey::make() {
  CHECK(sodium_init() >= 0);
  SealingKey key;
  randombytes_buf(key.bytes_.data(), key.bytes_.size());
  return key;
}

std::optional<SealingKey> SealingKey::parse(std::string_view hex) {
  CHECK(sodium_init() >= 0);
  const auto bytes = parse_hex(hex);
  SealingKey key;
  if (!bytes || bytes->size() != key.bytes_.size()) return std::nullopt;
  std::copy(bytes->begin(), bytes->end(), key.bytes_.begin());
  return key;
}

std::string SealingKey::hex() const {
  return hex_of(bytes_.data(), bytes_.size());
}

std::string SealingKey::fingerprint() const {
  return sha256("kontor sealing key " + hex()).substr(0, 16);
}

std::string SealingKey::seal(std::string_view text, std::string_view about) const {
  Bytes out(nonce_bytes + text.size() + tag_bytes);
  randombytes_buf(out.data(), nonce_bytes);
  unsigned long long size = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(out.data() + nonce_bytes, &size, sealed_bytes(text),
                                             text.size(), sealed_bytes(about), about.size(),
                                             nullptr, out.data(), bytes_.data());
  return hex_of(out.data(), out.size());
}

std::optional<std::string> SealingKey::open(std::string_view sealed, std::string_view about) const {
  const auto bytes = parse_hex(sealed);
  if (!bytes || bytes->size() < nonce_bytes + tag_bytes) return std::nullopt;
  std::string text(bytes->size() - nonce_bytes - tag_bytes, '\0');
  unsigned long long size = 0;
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(text.data()),
                                                 &size, nullptr, bytes->data() + nonce_bytes,
                                                 bytes->size() - nonce_bytes, sealed_bytes(about),
                                                 about.size(), bytes->data(), bytes_.data()) != 0)
    return std::nullopt;
  return text;
}

std::string SealingKey::derived(std::string_view purpose) const {
  std::array<unsigned char, 32> out{};
  crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(purpose.data()),
                     purpose.size(), bytes_.data(), bytes_.size());
  return {out.begin(), out.end()};
}

}  // namespace kontor::base
