#include "base/signed_token.h"

#include <algorithm>
#include <array>
#include <cjose/cjose.h>
#include <cstdlib>
#include <jansson.h>
#include <memory>
#include <vector>

namespace kontor::base {

namespace {

constexpr std::size_t longest_token = 32 * 1024;
constexpr std::size_t most_keys = 100;
constexpr std::size_t least_rsa_bits = 2048;

// How a token may be signed. The bits are the curve's; of RSA a least number holds.
struct Algorithm {
  std::string_view name;
  cjose_jwk_kty_t kind;
  std::size_t curve_bits;
};
constexpr std::array algorithms{
    Algorithm{"RS256", CJOSE_JWK_KTY_RSA, 0},  Algorithm{"RS384", CJOSE_JWK_KTY_RSA, 0},
    Algorithm{"RS512", CJOSE_JWK_KTY_RSA, 0},  Algorithm{"PS256", CJOSE_JWK_KTY_RSA, 0},
    Algorithm{"PS384", CJOSE_JWK_KTY_RSA, 0},  Algorithm{"PS512", CJOSE_JWK_KTY_RSA, 0},
    Algorithm{"ES256", CJOSE_JWK_KTY_EC, 256}, Algorithm{"ES384", CJOSE_JWK_KTY_EC, 384},
    Algorithm{"ES512", CJOSE_JWK_KTY_EC, 521}};

struct FreeJson {
  void operator()(json_t* value) const { json_decref(value); }
};
struct FreeToken {
  void operator()(cjose_jws_t* token) const { cjose_jws_release(token); }
};
struct FreeKey {
  void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
};
using Json = std::unique_ptr<json_t, FreeJson>;
using Token = std::unique_ptr<cjose_jws_t, FreeToken>;
using JsonWebKey = std::unique_ptr<cjose_jwk_t, FreeKey>;

std::string_view word(const json_t* object, const char* name) {
  const char* text = json_string_value(json_object_get(object, name));
  return text == nullptr ? std::string_view() : text;
}

// A key that says nothing of a purpose serves any.
bool says(const json_t* key, const char* name, std::string_view wanted) {
  return json_object_get(key, name) == nullptr || word(key, name) == wanted;
}

JsonWebKey key_of(const json_t* description, const Algorithm& algorithm) {
  cjose_err error;
  const std::unique_ptr<char, decltype(&std::free)> text(json_dumps(description, 0), std::free);
  if (!text) return nullptr;
  JsonWebKey key(cjose_jwk_import(text.get(), std::char_traits<char>::length(text.get()), &error));
  if (!key || cjose_jwk_get_kty(key.get(), &error) != algorithm.kind) return nullptr;
  const std::size_t bits = cjose_jwk_get_keysize(key.get(), &error);
  const bool fits =
      algorithm.curve_bits == 0 ? bits >= least_rsa_bits : bits == algorithm.curve_bits;
  return fits ? std::move(key) : nullptr;
}

// The keys of the set that may have signed a token with this header.
std::vector<JsonWebKey> candidates(const json_t* set, const json_t* header,
                                   const Algorithm& algorithm) {
  std::vector<JsonWebKey> keys;
  const json_t* list = json_object_get(set, "keys");
  for (std::size_t n = 0; n < std::min(json_array_size(list), most_keys); ++n) {
    const json_t* one = json_array_get(list, n);
    const bool named = json_object_get(header, "kid") != nullptr;
    if ((named && word(one, "kid") != word(header, "kid")) || !says(one, "use", "sig") ||
        !says(one, "alg", algorithm.name))
      continue;
    if (JsonWebKey key = key_of(one, algorithm)) keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace

std::expected<std::string, TokenFault> signed_payload(std::string_view token,
                                                      std::string_view key_set) {
  cjose_err error;
  const Json set(json_loadb(key_set.data(), key_set.size(), 0, nullptr));
  if (!set || token.size() > longest_token) return std::unexpected(TokenFault::Malformed);
  const auto imported = [&] { return Token(cjose_jws_import(token.data(), token.size(), &error)); };
  const Token read = imported();
  if (!read) return std::unexpected(TokenFault::Malformed);
  const json_t* header = cjose_jws_get_protected(read.get());
  if (json_object_get(header, "crit") != nullptr) return std::unexpected(TokenFault::Malformed);
  const auto* algorithm = std::ranges::find(algorithms, word(header, "alg"), &Algorithm::name);
  if (algorithm == algorithms.end()) return std::unexpected(TokenFault::Algorithm);
  const std::vector<JsonWebKey> keys = candidates(set.get(), header, *algorithm);
  if (keys.empty()) return std::unexpected(TokenFault::UnknownKey);
  for (const JsonWebKey& key : keys) {
    const Token tried = imported();  // one whose verification failed gives its text to nobody
    if (!cjose_jws_verify(tried.get(), key.get(), &error)) continue;
    std::uint8_t* bytes = nullptr;
    std::size_t count = 0;
    if (!cjose_jws_get_plaintext(tried.get(), &bytes, &count, &error)) continue;
    return std::string(reinterpret_cast<const char*>(bytes), count);
  }
  return std::unexpected(TokenFault::Signature);
}

}  // namespace kontor::base
