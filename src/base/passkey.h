#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Passkeys as far as they are bytes and signatures: W3C Web Authentication, Level 3, sections 7.1
// and 7.2. What stands in the client data (challenge, origin) is the caller's to check. Attestation
// is not asked for: a key is as good as the sign-in during which it was made.

namespace kontor::base {

struct PasskeyCredential {
  std::string id;          // raw bytes
  int algorithm = 0;       // of COSE: -7 ES256, -8 EdDSA, -257 RS256
  std::string public_key;  // raw bytes as libfido2 keeps them
  std::uint32_t sign_count = 0;
};

// The credential in the authenticator data of a registration. Nothing for what is malformed, made
// for another relying party, or made without the presence and verification of a person.
std::optional<PasskeyCredential> new_credential(std::string_view authenticator_data,
                                                std::string_view relying_party);

struct PasskeyAssertion {
  std::string authenticator_data;
  std::string client_data;  // the JSON, byte for byte
  std::string signature;
};
// How often the credential has signed, as its authenticator counts, if the assertion is signed by
// it for this relying party with the presence and verification of a person; nothing otherwise.
std::optional<std::uint32_t> verify_assertion(const PasskeyCredential& credential,
                                              const PasskeyAssertion& assertion,
                                              std::string_view relying_party);

}  // namespace kontor::base
