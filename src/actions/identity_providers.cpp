#include "actions/identity_providers.h"

#include <algorithm>
#include <fmt/format.h>

#include "actions/change_log.h"
#include "actions/sealing.h"
#include "base/hash.h"
#include "exchange/json_text.h"
#include "store/accounts.h"
#include "store/missions.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

using exchange::JsonValue;

constexpr std::size_t most_providers = 10;
constexpr std::size_t longest_provider_text = 500;
constexpr std::size_t most_strong = 20;
constexpr int provider_id_bytes = 8;

std::string host_of_address(std::string_view address) {
  if (address.find("://") == address.npos) return {};
  const std::size_t begin = address.find("://") + 3;
  return std::string(address.substr(begin, address.find_first_of(":/?#", begin) - begin));
}

bool is_of_this_machine(std::string_view address) {
  const std::string host = host_of_address(address);
  return address.starts_with("http://") && (host == "127.0.0.1" || host == "localhost");
}

// Whether `address` may be asked or shown: https, or on this machine http where `issuer` is, too.
bool is_good_address(std::string_view address, std::string_view issuer) {
  const bool secure = address.starts_with("https://");
  if (!secure && !(is_of_this_machine(address) && is_of_this_machine(issuer))) return false;
  return address.size() <= longest_provider_text && !host_of_address(address).empty() &&
         std::ranges::all_of(address, [](char c) { return c > 32 && c < 127 && c != '\\'; }) &&
         address.find('@') == address.npos && address.find('#') == address.npos;
}

bool is_line(const std::string& text, std::size_t least) {
  return text.size() >= least && text.size() <= longest_provider_text && base::is_utf8(text) &&
         std::ranges::none_of(text, [](char c) { return c >= 0 && c < 32; });
}

bool is_strong_entry(const std::string& entry) {
  const bool named = entry.starts_with("acr=") || entry.starts_with("amr=");
  return named && entry.size() > 4 && entry.size() <= 200 &&
         std::ranges::all_of(entry, [](char c) { return c > 32 && c < 127; });
}

base::Issues faults_of_provider(const NewProvider& wanted) {
  base::Issues issues;
  const auto line = [&](const std::string& text, const std::string& path, std::size_t least) {
    if (!is_line(text, least))
      issues.push_back({"out_of_range", path, "", {{"expected", "one line of 500 bytes"}}, {}});
  };
  line(wanted.name, "/name", 1);
  line(wanted.client, "/client", 1);
  line(wanted.secret, "/secret", 0);
  if (!is_good_address(wanted.issuer, wanted.issuer) ||
      wanted.issuer.find('?') != std::string::npos)
    issues.push_back({"wrong_type",
                      "/issuer",
                      wanted.issuer.substr(0, longest_provider_text),
                      {{"expected", "an address that begins with https://"}},
                      {}});
  if (wanted.strong.size() > most_strong || !std::ranges::all_of(wanted.strong, is_strong_entry))
    issues.push_back({"wrong_type",
                      "/strong",
                      fmt::format("{}", wanted.strong.size()),
                      {{"expected", "a list of acr=VALUE and amr=VALUE"}},
                      {}});
  return issues;
}

Conflict unreachable(const std::string& why) {
  return {"provider_unreachable", why};
}

std::string place_of_provider_secret(const std::string& provider) {
  return "identity_provider\n" + provider;
}

bool lists(const JsonValue& list, std::string_view word) {
  return std::ranges::find(list.items, word, &JsonValue::text) != list.items.end();
}

ProviderMetadata metadata_of(const JsonValue& said) {
  const JsonValue& ways = said["token_endpoint_auth_methods_supported"];
  return {said["authorization_endpoint"].text,
          said["token_endpoint"].text,
          said["jwks_uri"].text,
          said["userinfo_endpoint"].text,
          ways.is(JsonValue::Kind::Array) && !lists(ways, "client_secret_basic"),
          said["authorization_response_iss_parameter_supported"].is(JsonValue::Kind::True)};
}

template <class T, class Work>
Outcome<T> of_providers(Context& context, const mission::Acting& acting, Work work) {
  if (!may(acting, Verb::ManageAccounts)) return std::unexpected(Denied{Verb::ManageAccounts});
  return context.store.write([&](sql::Connection& connection) -> Outcome<T> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    return work(connection, state->id);
  });
}

}  // namespace

Outcome<ProviderMetadata> discover(const Fetch& fetch, const std::string& issuer) {
  if (!fetch) return std::unexpected(unreachable("nothing can be asked from here"));
  const std::string base = issuer.ends_with('/') ? issuer.substr(0, issuer.size() - 1) : issuer;
  const Fetched fetched = fetch({base + "/.well-known/openid-configuration"});
  if (fetched.status != 200)
    return std::unexpected(unreachable(
        fetched.status == 0 ? fetched.reason : fmt::format("it answered {}", fetched.status)));
  exchange::JsonText json(fetched.body);
  const JsonValue said = json.value();
  if (json.failed()) return std::unexpected(unreachable("its description is no JSON"));
  if (said["issuer"].text != issuer)
    return std::unexpected(unreachable("it calls itself " + said["issuer"].text.substr(0, 100)));
  ProviderMetadata metadata = metadata_of(said);
  for (const std::string* address :
       {&metadata.authorization_endpoint, &metadata.token_endpoint, &metadata.keys_address})
    if (!is_good_address(*address, issuer))
      return std::unexpected(unreachable("it names no good address"));
  if (!is_good_address(metadata.user_info_endpoint, issuer)) metadata.user_info_endpoint.clear();
  return metadata;
}

Outcome<store::IdentityProvider> add_provider(Context& context, const mission::Acting& acting,
                                              const NewProvider& wanted, const Fetch& fetch) {
  if (!may(acting, Verb::ManageAccounts)) return std::unexpected(Denied{Verb::ManageAccounts});
  if (auto faults = faults_of_provider(wanted); !faults.empty())
    return std::unexpected(std::move(faults));
  if (const auto found = discover(fetch, wanted.issuer); !found)
    return std::unexpected(found.error());
  return of_providers<store::IdentityProvider>(
      context, acting,
      [&](sql::Connection& connection, const auto& mission) -> Outcome<store::IdentityProvider> {
        if (store::read_providers(connection, mission).size() >= most_providers)
          return std::unexpected(Conflict{"too_many_providers", ""});
        if (!hold_key(context, connection)) return std::unexpected(key_lost());
        store::IdentityProvider provider{base::random_hex(provider_id_bytes),
                                         mission,
                                         wanted.name,
                                         wanted.issuer,
                                         wanted.client,
                                         {},
                                         wanted.strong,
                                         context.now(),
                                         acting.name};
        if (!wanted.secret.empty())
          provider.secret =
              context.sealing_key->seal(wanted.secret, place_of_provider_secret(provider.id));
        store::write_provider(connection, provider);
        log_change(context, connection, mission, acting, Verb::ManageAccounts,
                   "identity_provider/" + provider.id, "added, " + provider.issuer);
        provider.secret.clear();
        return provider;
      });
}

Outcome<std::vector<store::IdentityProvider>> list_providers(Context& context,
                                                             const mission::Acting& acting) {
  using Providers = std::vector<store::IdentityProvider>;
  if (!may(acting, Verb::ManageAccounts)) return std::unexpected(Denied{Verb::ManageAccounts});
  return context.store.read([&](sql::Connection& connection) -> Outcome<Providers> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    Providers providers = store::read_providers(connection, state->id);
    for (store::IdentityProvider& one : providers) one.secret.clear();
    return providers;
  });
}

Outcome<void> remove_provider(Context& context, const mission::Acting& acting,
                              const std::string& id) {
  return of_providers<void>(context, acting,
                            [&](sql::Connection& connection, const auto& mission) -> Outcome<void> {
                              if (!store::find_provider(connection, mission, id))
                                return std::unexpected(Missing{"identity_provider", id});
                              store::delete_provider(connection, id);
                              log_change(context, connection, mission, acting, Verb::ManageAccounts,
                                         "identity_provider/" + id, "removed");
                              return {};
                            });
}

std::vector<store::IdentityProvider> offered_providers(Context& context) {
  return context.store.read([](sql::Connection& connection) {
    std::vector<store::IdentityProvider> offered;
    const auto state = store::read_served_state(connection);
    if (!state) return offered;
    for (const store::IdentityProvider& one : store::read_providers(connection, state->id)) {
      store::IdentityProvider& shown = offered.emplace_back();
      shown.id = one.id;
      shown.name = one.name;
    }
    return offered;
  });
}

std::optional<store::IdentityProvider> open_provider(Context& context, const std::string& id) {
  auto provider = context.store.read(
      [&](sql::Connection& connection) -> std::optional<store::IdentityProvider> {
        const auto state = store::read_served_state(connection);
        if (!state) return std::nullopt;
        return store::find_provider(connection, state->id, id);
      });
  if (!provider || provider->secret.empty()) return provider;
  if (context.sealing_key == nullptr) return std::nullopt;
  auto opened = context.sealing_key->open(provider->secret, place_of_provider_secret(id));
  if (!opened) return std::nullopt;
  provider->secret = *std::move(opened);
  return provider;
}

std::vector<store::ProviderLink> own_provider_links(Context& context, const Session& session) {
  if (session.account.empty()) return {};
  return context.store.read([&](sql::Connection& connection) -> std::vector<store::ProviderLink> {
    const auto state = store::read_served_state(connection);
    if (!state) return {};
    return store::read_provider_links(connection, state->id, session.account);
  });
}

Outcome<void> remove_provider_link(Context& context, const Session& session,
                                   const std::string& provider) {
  return context.store.write([&](sql::Connection& connection) -> Outcome<void> {
    const auto state = store::read_served_state(connection);
    if (!state || session.account.empty()) return std::unexpected(Missing{"link", provider});
    const auto account = store::find_account(connection, state->id, session.account);
    if (provider.empty() || !account ||
        store::delete_provider_links(connection, state->id, session.account, provider) == 0)
      return std::unexpected(Missing{"link", provider});
    log_change(context, connection, state->id, account->acting, Verb::KeepOwnSignIn,
               "account/" + account->id, "no longer linked with identity provider " + provider);
    return {};
  });
}

}  // namespace kontor::actions
