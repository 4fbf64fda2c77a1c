#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "mission/keys.h"
#include "sql/connection.h"

// Identity providers (OpenID Connect) through which holders of accounts sign in, and who they are
// there. All throw sql::Error; writers are called within Store::write.

namespace kontor::store {

struct IdentityProvider {
  std::string id;
  mission::MissionId mission;
  std::string name;                 // on the button
  std::string issuer;               // "https://login.example.org", as its tokens say it
  std::string client;               // what it calls this Kontor
  std::string secret;               // in the database it is sealed; empty: it gave none
  std::vector<std::string> strong;  // "acr=…" and "amr=…" that prove as much as a passkey
  base::Instant made_at{};
  std::string made_by;

  bool operator==(const IdentityProvider&) const = default;
};

void write_provider(sql::Connection& connection, const IdentityProvider& provider);
// By name.
std::vector<IdentityProvider> read_providers(sql::Connection& connection,
                                             const mission::MissionId& mission);
std::optional<IdentityProvider> find_provider(sql::Connection& connection,
                                              const mission::MissionId& mission,
                                              const std::string& id);
// With all links to it.
void delete_provider(sql::Connection& connection, const std::string& id);

// Who the holder of an account is at a provider: one subject each.
struct ProviderLink {
  std::string provider;
  std::string subject;  // the provider's own name for that person, which it never gives to another
  std::string account;
  base::Instant made_at{};

  bool operator==(const ProviderLink&) const = default;
};

// Throws sql::Error Unique where the subject or the account has a link to that provider.
void write_provider_link(sql::Connection& connection, const mission::MissionId& mission,
                         const ProviderLink& link);
std::optional<ProviderLink> find_provider_link(sql::Connection& connection,
                                               const std::string& provider,
                                               const std::string& subject);
std::vector<ProviderLink> read_provider_links(sql::Connection& connection,
                                              const mission::MissionId& mission,
                                              const std::string& account);
// Those of an account to that provider, or to all where it is empty; how many there were.
int delete_provider_links(sql::Connection& connection, const mission::MissionId& mission,
                          const std::string& account, const std::string& provider = {});

}  // namespace kontor::store
