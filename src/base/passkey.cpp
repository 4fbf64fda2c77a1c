#include "base/passkey.h"

#include <array>
#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>
#include <memory>

#include "base/hash.h"

namespace kontor::base {

namespace {

constexpr std::size_t hash_bytes = 32;
constexpr std::size_t head_bytes = 37;  // hash of the relying party, flags, counter
constexpr unsigned char person_present = 0x01;
constexpr unsigned char person_verified = 0x04;

const unsigned char* raw(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string text(const unsigned char* bytes, std::size_t count) {
  return {reinterpret_cast<const char*>(bytes), count};
}

template <class T, void (*Free)(T**)>
struct Freed {
  void operator()(T* one) const { Free(&one); }
};
using Made = std::unique_ptr<fido_cred_t, Freed<fido_cred_t, fido_cred_free>>;
using Shown = std::unique_ptr<fido_assert_t, Freed<fido_assert_t, fido_assert_free>>;

bool is_for(std::string_view authenticator_data, std::string_view relying_party) {
  if (authenticator_data.size() < head_bytes) return false;
  constexpr unsigned char both = person_present | person_verified;
  return sha256_bytes(relying_party) == authenticator_data.substr(0, hash_bytes) &&
         (raw(authenticator_data)[hash_bytes] & both) == both;
}

// The library wants to know the algorithm before it reads the key.
std::optional<PasskeyCredential> read(std::string_view authenticator_data, int algorithm) {
  const Made made(fido_cred_new());
  if (!made || fido_cred_set_type(made.get(), algorithm) != FIDO_OK ||
      fido_cred_set_authdata_raw(made.get(), raw(authenticator_data), authenticator_data.size()) !=
          FIDO_OK ||
      fido_cred_id_len(made.get()) == 0 || fido_cred_pubkey_len(made.get()) == 0)
    return std::nullopt;
  return PasskeyCredential{text(fido_cred_id_ptr(made.get()), fido_cred_id_len(made.get())),
                           algorithm,
                           text(fido_cred_pubkey_ptr(made.get()), fido_cred_pubkey_len(made.get())),
                           fido_cred_sigcount(made.get())};
}

// Calls `use` with the key as the library takes it; false for what is no key.
template <class Key, Key* (*New)(), void (*Free)(Key**),
          int (*From)(Key*, const void*, std::size_t), class Use>
bool with(std::string_view public_key, const Use& use) {
  const std::unique_ptr<Key, Freed<Key, Free>> key(New());
  return key && From(key.get(), public_key.data(), public_key.size()) == FIDO_OK && use(key.get());
}

bool with_key(const PasskeyCredential& credential, const auto& use) {
  switch (credential.algorithm) {
    case COSE_ES256:
      return with<es256_pk_t, es256_pk_new, es256_pk_free, es256_pk_from_ptr>(credential.public_key,
                                                                              use);
    case COSE_EDDSA:
      return with<eddsa_pk_t, eddsa_pk_new, eddsa_pk_free, eddsa_pk_from_ptr>(credential.public_key,
                                                                              use);
    case COSE_RS256:
      return with<rs256_pk_t, rs256_pk_new, rs256_pk_free, rs256_pk_from_ptr>(credential.public_key,
                                                                              use);
    default:
      return false;
  }
}

}  // namespace

std::optional<PasskeyCredential> new_credential(std::string_view authenticator_data,
                                                std::string_view relying_party) {
  if (!is_for(authenticator_data, relying_party)) return std::nullopt;
  for (const int algorithm : {COSE_ES256, COSE_EDDSA, COSE_RS256})
    if (auto credential = read(authenticator_data, algorithm)) return credential;
  return std::nullopt;
}

std::optional<std::uint32_t> verify_assertion(const PasskeyCredential& credential,
                                              const PasskeyAssertion& assertion,
                                              std::string_view relying_party) {
  const std::string& data = assertion.authenticator_data;
  if (!is_for(data, relying_party)) return std::nullopt;
  const Shown shown(fido_assert_new());
  const std::string party(relying_party);
  if (!shown || fido_assert_set_count(shown.get(), 1) != FIDO_OK ||
      fido_assert_set_rp(shown.get(), party.c_str()) != FIDO_OK ||
      fido_assert_set_up(shown.get(), FIDO_OPT_TRUE) != FIDO_OK ||
      fido_assert_set_uv(shown.get(), FIDO_OPT_TRUE) != FIDO_OK ||
      fido_assert_set_clientdata(shown.get(), raw(assertion.client_data),
                                 assertion.client_data.size()) != FIDO_OK ||
      fido_assert_set_authdata_raw(shown.get(), 0, raw(data), data.size()) != FIDO_OK ||
      fido_assert_set_sig(shown.get(), 0, raw(assertion.signature), assertion.signature.size()) !=
          FIDO_OK)
    return std::nullopt;
  const bool good = with_key(credential, [&](const void* key) {
    return fido_assert_verify(shown.get(), 0, credential.algorithm, key) == FIDO_OK;
  });
  if (!good) return std::nullopt;
  return fido_assert_sigcount(shown.get(), 0);
}

}  // namespace kontor::base
