#pragma once
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

// What an identity provider says of who signed in: an ID token of OpenID Connect Core 1.0, judged
// by its section 3.1.3.7.

namespace kontor::actions {

// What the token must be.
struct IdTokenDemand {
  std::string issuer;
  std::string client;
  std::string nonce;
  base::Instant now{};
};

struct IdToken {
  std::string subject;
  bool has_mail = false;           // the token tells of a mail address, verified or not
  std::string mail;                // only where the provider says that it verified it
  std::vector<std::string> proof;  // "acr=…" and "amr=…": how the person proved who they are
};

// The token, or why it is not good: malformed, algorithm, unknown_key, signature, issuer, audience,
// authorised_party, nonce, expired, too_early, too_old, subject. Clocks may differ by a minute.
std::expected<IdToken, std::string> read_id_token(std::string_view token, std::string_view key_set,
                                                  const IdTokenDemand& demand);

// The mail address that the answer of a provider's UserInfo endpoint says to be verified, about
// that subject; "" where it says none.
std::string verified_mail_of(std::string_view user_info, const std::string& subject);

}  // namespace kontor::actions
