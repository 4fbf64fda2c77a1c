#pragma once
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/fetch.h"
#include "actions/outcome.h"
#include "actions/sessions.h"
#include "store/identity_providers.h"

// By which identity providers the holders of accounts may sign in, besides mail and passkeys.

namespace kontor::actions {

struct NewProvider {
  std::string name;
  std::string issuer;
  std::string client;
  std::string secret;               // empty: the provider knows Kontor as a public client
  std::vector<std::string> strong;  // see store::IdentityProvider
};

// What a provider tells of itself (OpenID Connect Discovery 1.0, section 4).
struct ProviderMetadata {
  std::string authorization_endpoint;
  std::string token_endpoint;
  std::string keys_address;
  std::string user_info_endpoint;    // empty: it has none
  bool secret_in_form = false;       // it does not take the secret in a header
  bool answers_with_issuer = false;  // RFC 9207
};

// Asks the provider of that issuer. Refused: Conflict provider_unreachable, whose detail says why.
Outcome<ProviderMetadata> discover(const Fetch& fetch, const std::string& issuer);

// All refuse besides: Denied, Conflict no_mission.

// Asks the provider first, and adds it with its secret sealed. Logged. Refused: Issues (the issuer
// must begin with https://, of this machine http:// will do), Conflict provider_unreachable,
// too_many_providers beyond ten, key_lost.
Outcome<store::IdentityProvider> add_provider(Context& context, const mission::Acting& acting,
                                              const NewProvider& wanted, const Fetch& fetch);
// Without secrets.
Outcome<std::vector<store::IdentityProvider>> list_providers(Context& context,
                                                             const mission::Acting& acting);
// With all links to it; sessions stay. Logged. Refused: Missing.
Outcome<void> remove_provider(Context& context, const mission::Acting& acting,
                              const std::string& id);

// What everybody is offered: providers of the served mission with nothing but id and name.
std::vector<store::IdentityProvider> offered_providers(Context& context);

// A provider of the served mission, with its secret open. Nothing where it is none, or the key is
// lost.
std::optional<store::IdentityProvider> open_provider(Context& context, const std::string& id);

// Who one is at providers.
std::vector<store::ProviderLink> own_provider_links(Context& context, const Session& session);
// Logged. Refused: Missing.
Outcome<void> remove_provider_link(Context& context, const Session& session,
                                   const std::string& provider);

}  // namespace kontor::actions
