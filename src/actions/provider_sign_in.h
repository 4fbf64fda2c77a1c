#pragma once
#include <map>
#include <mutex>
#include <semaphore>
#include <string>

#include "actions/context.h"
#include "actions/fetch.h"
#include "actions/id_token.h"
#include "actions/identity_providers.h"
#include "actions/outcome.h"
#include "actions/sessions.h"

// Signing in through an identity provider: the authorisation code flow of OpenID Connect Core 1.0
// with PKCE (RFC 7636), as RFC 9700 advises. An account is found by the link of its holder to that
// provider, or by a mail address that the provider has verified; none is ever made.

namespace kontor::actions {

struct ProviderLimits {
  static constexpr std::chrono::minutes good_for{10};
  static constexpr int of_network = 300;  // begun within that time
  static constexpr int at_once = 2;       // questions to providers
};

struct BegunAtProvider {
  std::string browser_token;  // for a cookie
  std::string address;        // of the provider's page, where the browser goes next
};

// What the browser brought back from the provider.
struct ProviderAnswer {
  std::string state;
  std::string code;
  std::string issuer;  // RFC 9207; empty: it did not say
};

// The browser, and the address of Kontor's page to which the provider sends it.
struct ProviderPlace {
  std::string return_address;
  std::string network;
  std::string browser_token = {};  // of begin()
  SignInPlace sign_in = {};
};

// Keeps what providers tell of themselves for an hour. Thread safe.
class ProviderSignIn {
 public:
  ProviderSignIn(Context& context, Fetch fetch) : context_(context), fetch_(std::move(fetch)) {}

  // Begins to sign in, or for whoever is signed in with an account to link it. Refused: Missing,
  // Denied, Conflict provider_unreachable, provider_busy, too_many_tries.
  Outcome<BegunAtProvider> begin(const std::string& provider, const ProviderPlace& place);
  Outcome<BegunAtProvider> begin_link(const std::string& provider, const Session& session,
                                      const ProviderPlace& place);

  // The token of a new session, or "" where a link was made. Refused: Conflict
  // wrong_provider_answer (another browser or state, used, too old, not what was asked; the log
  // tells which), provider_unreachable, provider_busy, not_invited (no account has that verified
  // address), linked_otherwise (the account is somebody else's at that provider).
  Outcome<std::string> finish(const ProviderAnswer& answer, const Session& session,
                              const ProviderPlace& place);

 private:
  struct Known {
    ProviderMetadata metadata;
    std::string keys;
    base::Instant at{};
  };
  struct Asked;

  Outcome<BegunAtProvider> begin(const std::string& provider, const std::string& account,
                                 const ProviderPlace& place);
  Outcome<Known> known(const store::IdentityProvider& provider);
  Outcome<Known> ask_anew(const store::IdentityProvider& provider);
  Outcome<IdToken> proven(const store::IdentityProvider& provider, const ProviderAnswer& answer,
                          const ProviderPlace& place);
  Outcome<IdToken> read(const store::IdentityProvider& provider, Known known,
                        const std::string& token, const IdTokenDemand& demand);
  Outcome<std::string> sign_in(const store::IdentityProvider& provider, const IdToken& token,
                               const ProviderPlace& place);
  Outcome<std::string> link(const store::IdentityProvider& provider, const IdToken& token,
                            const Session& session);
  std::unexpected<Refusal> refused(const store::IdentityProvider& provider,
                                   const std::string& reason);

  Context& context_;
  Fetch fetch_;
  std::mutex mutex_;
  std::map<std::string, Known> known_;  // by the provider's id
  std::counting_semaphore<ProviderLimits::at_once> free_{ProviderLimits::at_once};
};

}  // namespace kontor::actions
