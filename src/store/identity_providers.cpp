#include "store/identity_providers.h"

#include <fmt/ranges.h>

#include "store/visitors.h"

namespace kontor::store {

namespace {

std::vector<IdentityProvider> providers_of(sql::Query query) {
  std::vector<IdentityProvider> found;
  while (query.step()) {
    IdentityProvider& provider = found.emplace_back();
    Reader reader(query, "identity_provider");
    reader("id", provider.id);
    reader("mission", provider.mission.value);
    reader("name", provider.name);
    reader("issuer", provider.issuer);
    reader("client", provider.client);
    reader("secret", provider.secret);
    reader("strong", provider.strong);
    reader("made_at", provider.made_at);
    reader("made_by", provider.made_by);
  }
  return found;
}

std::string select_provider(std::string_view rest) {
  return fmt::format(
      "SELECT id, mission, name, issuer, client, secret, strong, made_at, made_by "
      "FROM identity_provider WHERE mission = $1 {}",
      rest);
}

std::vector<ProviderLink> links_of(sql::Query query) {
  std::vector<ProviderLink> found;
  while (query.step()) {
    ProviderLink& link = found.emplace_back();
    Reader reader(query, "provider_link");
    reader("provider", link.provider);
    reader("subject", link.subject);
    reader("account", link.account);
    reader("made_at", link.made_at);
  }
  return found;
}

}  // namespace

void write_provider(sql::Connection& connection, const IdentityProvider& provider) {
  connection.run(
      "INSERT INTO identity_provider (id, mission, name, issuer, client, secret, strong, made_at, "
      "made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      provider.id, provider.mission.value, provider.name, provider.issuer, provider.client,
      provider.secret, fmt::format("{}", fmt::join(provider.strong, " ")),
      text_of(provider.made_at), provider.made_by);
}

std::vector<IdentityProvider> read_providers(sql::Connection& connection,
                                             const mission::MissionId& mission) {
  return providers_of(connection.query(select_provider("ORDER BY name, id"), mission.value));
}

std::optional<IdentityProvider> find_provider(sql::Connection& connection,
                                              const mission::MissionId& mission,
                                              const std::string& id) {
  auto found = providers_of(connection.query(select_provider("AND id = $2"), mission.value, id));
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

void delete_provider(sql::Connection& connection, const std::string& id) {
  connection.run("DELETE FROM provider_link WHERE provider = $1", id);
  connection.run("DELETE FROM identity_provider WHERE id = $1", id);
}

void write_provider_link(sql::Connection& connection, const mission::MissionId& mission,
                         const ProviderLink& link) {
  connection.run(
      "INSERT INTO provider_link (mission, provider, subject, account, made_at) "
      "VALUES ($1, $2, $3, $4, $5)",
      mission.value, link.provider, link.subject, link.account, text_of(link.made_at));
}

std::optional<ProviderLink> find_provider_link(sql::Connection& connection,
                                               const std::string& provider,
                                               const std::string& subject) {
  auto found =
      links_of(connection.query("SELECT provider, subject, account, made_at FROM provider_link "
                                "WHERE provider = $1 AND subject = $2",
                                provider, subject));
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<ProviderLink> read_provider_links(sql::Connection& connection,
                                              const mission::MissionId& mission,
                                              const std::string& account) {
  return links_of(
      connection.query("SELECT provider, subject, account, made_at FROM provider_link "
                       "WHERE mission = $1 AND account = $2 ORDER BY provider",
                       mission.value, account));
}

int delete_provider_links(sql::Connection& connection, const mission::MissionId& mission,
                          const std::string& account, const std::string& provider) {
  return static_cast<int>(
      connection.run("DELETE FROM provider_link WHERE mission = $1 AND account = $2 AND "
                     "($3 = '' OR provider = $3)",
                     mission.value, account, provider));
}

}  // namespace kontor::store
