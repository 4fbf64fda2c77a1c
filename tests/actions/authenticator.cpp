#include "actions/authenticator.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <vector>

#include "base/check.h"
#include "base/hash.h"
#include "base/hmac.h"

namespace kontor::actions {

namespace {

std::string big_endian(std::uint32_t value, int bytes) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i));
  return out;
}

// The point of an uncompressed public key: 0x04, 32 bytes of x, 32 of y.
std::string point_of(EVP_PKEY* key) {
  std::string point(65, '\0');
  std::size_t size = 0;
  CHECK(EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY,
                                        reinterpret_cast<unsigned char*>(point.data()),
                                        point.size(), &size) == 1);
  CHECK(size == point.size());
  return point;
}

// RFC 9052, section 7: {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
std::string cose_key(EVP_PKEY* key) {
  const std::string point = point_of(key);
  return std::string("\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20", 10) + point.substr(1, 32) +
         "\x22\x58\x20" + point.substr(33);
}

std::string client_data(const Ceremony& ceremony, const std::string& type) {
  return R"({"type":")" + (ceremony.type.empty() ? type : ceremony.type) + R"(","challenge":")" +
         ceremony.challenge + R"(","origin":")" + ceremony.origin + R"(","crossOrigin":)" +
         (ceremony.in_a_frame ? "true" : "false") + "}";
}

std::string head(const Ceremony& ceremony, unsigned char more_flags) {
  return base::sha256_bytes(ceremony.relying_party) +
         static_cast<char>(ceremony.flags | more_flags) + big_endian(ceremony.count, 4);
}

}  // namespace

Authenticator::Authenticator()
    : key_(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")),
      id_(base::sha256_bytes(base::random_hex(32))) {
  CHECK(key_ != nullptr);
}

Authenticator::~Authenticator() {
  EVP_PKEY_free(key_);
}

std::string Authenticator::signature_of(const std::string& bytes) const {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        EVP_MD_CTX_free);
  std::size_t size = 0;
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  CHECK(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_) == 1);
  CHECK(EVP_DigestSign(context.get(), nullptr, &size, data, bytes.size()) == 1);
  std::string signature(size, '\0');
  CHECK(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                       data, bytes.size()) == 1);
  signature.resize(size);
  return signature;
}

PasskeyAnswer Authenticator::make(const Ceremony& ceremony) const {
  constexpr unsigned char credential_follows = 0x40;
  const std::string data = head(ceremony, credential_follows) + std::string(16, '\0') +
                           big_endian(static_cast<std::uint32_t>(id_.size()), 2) + id_ +
                           cose_key(key_);
  return {base::base64url(client_data(ceremony, "webauthn.create")), base::base64url(data), {}, {}};
}

PasskeyAnswer Authenticator::show(const Ceremony& ceremony) const {
  const std::string client = client_data(ceremony, "webauthn.get");
  const std::string data = head(ceremony, 0);
  return {base::base64url(client), base::base64url(data), base::base64url(id_),
          base::base64url(signature_of(data + base::sha256_bytes(client)))};
}

}  // namespace kontor::actions
