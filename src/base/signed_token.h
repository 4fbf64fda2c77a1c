#pragma once
#include <expected>
#include <string>
#include <string_view>

// Tokens that somebody else signed: JSON Web Signature in its compact form (RFC 7515) under a JSON
// Web Key Set (RFC 7517), verified by libcjose.

namespace kontor::base {

enum class TokenFault {
  Malformed,   // no token, no key set, or a header with extensions that must be understood
  Algorithm,   // not RS, PS or ES with 256, 384 or 512: none and HS are not signatures
  UnknownKey,  // none of the keys is the one that the token names and may sign so
  Signature,
};

// What is signed, if one of the keys of the set signed it. A key counts only for its own kind of
// signature; RSA keys below 2048 bits count for none.
std::expected<std::string, TokenFault> signed_payload(std::string_view token,
                                                      std::string_view key_set);

}  // namespace kontor::base
