#include "actions/api_tokens.h"

#include <algorithm>
#include <array>

#include "actions/accounts.h"
#include "actions/change_log.h"
#include "base/hash.h"
#include "store/missions.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

constexpr std::string_view prefix = "kontor_";  // so that scanners of source code find lost ones
constexpr int api_token_bytes = 32;
constexpr int api_token_id_bytes = 8;
constexpr std::size_t most_tokens = 20;
constexpr std::size_t token_name_bytes = 100;
constexpr std::chrono::minutes note_use_every{5};
constexpr std::chrono::hours shown_after_end{24 * 30};

base::Issues faults_of_token(const WantedToken& wanted) {
  base::Issues issues;
  const bool plain = std::ranges::none_of(wanted.name, [](char c) { return c >= 0 && c < 32; });
  if (!plain || wanted.name.empty() || wanted.name.size() > token_name_bytes)
    issues.push_back(
        {"out_of_range", "/name", "", {{"expected", "one line of 1 to 100 bytes"}}, {}});
  if (wanted.days < 1 || wanted.days > 366)
    issues.push_back({"out_of_range",
                      "/days",
                      std::to_string(wanted.days),
                      {{"expected", "a whole number from 1 to 366"}},
                      {}});
  return issues;
}

// Within Store::write.
Outcome<MadeToken> make_token(Context& context, sql::Connection& connection,
                              const mission::MissionId& mission, const store::Account& account,
                              const WantedToken& wanted, const mission::Acting& by, Verb verb) {
  if (auto faults = faults_of_token(wanted); !faults.empty()) return std::unexpected(faults);
  const base::Instant now = context.now();
  const auto there = store::read_api_tokens(connection, mission, account.id);
  const auto good = [&](const store::ApiToken& one) { return one.ends_at > now; };
  if (static_cast<std::size_t>(std::ranges::count_if(there, good)) >= most_tokens)
    return std::unexpected(Conflict{"too_many_tokens", ""});
  MadeToken made{std::string(prefix) + base::random_hex(api_token_bytes), {}};
  made.kept = {base::sha256(made.token),
               base::random_hex(api_token_id_bytes),
               account.id,
               wanted.name,
               std::string(word(wanted.scope)),
               wanted.version,
               now,
               now + std::chrono::days(wanted.days),
               std::nullopt};
  store::write_api_token(connection, mission, made.kept, now - shown_after_end);
  log_change(context, connection, mission, by, verb, "account/" + account.id,
             "token added, " + made.kept.scopes);
  return made;
}

Outcome<void> end_token(Context& context, sql::Connection& connection,
                        const mission::MissionId& mission, const store::Account& account,
                        const std::string& id, const mission::Acting& by, Verb verb) {
  if (!store::delete_api_token(connection, mission, account.id, id))
    return std::unexpected(Missing{"token", id});
  log_change(context, connection, mission, by, verb, "account/" + account.id, "token ended");
  return {};
}

struct Holder {
  mission::MissionId mission;
  store::Account account;
};

Outcome<Holder> own_holder(sql::Connection& connection, const Session& session) {
  const auto state = store::read_served_state(connection);
  if (!state) return std::unexpected(Conflict{"no_mission", ""});
  const auto account = session.account.empty()
                           ? std::nullopt
                           : store::find_account(connection, state->id, session.account);
  if (!account) return std::unexpected(Denied{Verb::KeepOwnSignIn});
  return Holder{state->id, *account};
}

Outcome<Holder> holder_named(sql::Connection& connection, const mission::Acting& acting,
                             const std::string& id_or_mail) {
  if (!may(acting, Verb::ManageAccounts)) return std::unexpected(Denied{Verb::ManageAccounts});
  const auto state = store::read_served_state(connection);
  if (!state) return std::unexpected(Conflict{"no_mission", ""});
  const auto account = find_by_id_or_mail(connection, state->id, id_or_mail);
  if (!account) return std::unexpected(Missing{"account", id_or_mail});
  return Holder{state->id, *account};
}

}  // namespace

std::string_view word(TokenScope scope) {
  return scope == TokenScope::Write ? "write" : "read";
}

std::optional<TokenScope> parse_token_scope(std::string_view word) {
  if (word == "read") return TokenScope::Read;
  if (word == "write") return TokenScope::Write;
  return std::nullopt;
}

bool may_by_token(TokenScope scope, std::string_view verb, Access access) {
  constexpr std::array for_people{Verb::ManageAccounts, Verb::ViewAs, Verb::KeepSensitive,
                                  Verb::KeepOwnSignIn};
  if (std::ranges::any_of(for_people, [&](Verb one) { return word(one) == verb; })) return false;
  return access == Access::Reads || scope == TokenScope::Write;
}

Outcome<MadeToken> add_api_token(Context& context, const Session& session,
                                 const WantedToken& wanted) {
  return context.store.write([&](sql::Connection& connection) -> Outcome<MadeToken> {
    const auto holder = own_holder(connection, session);
    if (!holder) return std::unexpected(holder.error());
    return make_token(context, connection, holder->mission, holder->account, wanted, session.own,
                      Verb::KeepOwnSignIn);
  });
}

std::vector<store::ApiToken> own_api_tokens(Context& context, const Session& session) {
  return context.store.read([&](sql::Connection& connection) -> std::vector<store::ApiToken> {
    const auto holder = own_holder(connection, session);
    if (!holder) return {};
    return store::read_api_tokens(connection, holder->mission, holder->account.id);
  });
}

Outcome<void> remove_api_token(Context& context, const Session& session, const std::string& id) {
  return context.store.write([&](sql::Connection& connection) -> Outcome<void> {
    const auto holder = own_holder(connection, session);
    if (!holder) return std::unexpected(Missing{"token", id});
    return end_token(context, connection, holder->mission, holder->account, id, session.own,
                     Verb::KeepOwnSignIn);
  });
}

Outcome<MadeToken> add_api_token_of(Context& context, const mission::Acting& acting,
                                    const std::string& id_or_mail, const WantedToken& wanted) {
  return context.store.write([&](sql::Connection& connection) -> Outcome<MadeToken> {
    const auto holder = holder_named(connection, acting, id_or_mail);
    if (!holder) return std::unexpected(holder.error());
    return make_token(context, connection, holder->mission, holder->account, wanted, acting,
                      Verb::ManageAccounts);
  });
}

Outcome<std::vector<store::ApiToken>> api_tokens_of(Context& context, const mission::Acting& acting,
                                                    const std::string& id_or_mail) {
  return context.store.read(
      [&](sql::Connection& connection) -> Outcome<std::vector<store::ApiToken>> {
        const auto holder = holder_named(connection, acting, id_or_mail);
        if (!holder) return std::unexpected(holder.error());
        return store::read_api_tokens(connection, holder->mission, holder->account.id);
      });
}

Outcome<void> remove_api_token_of(Context& context, const mission::Acting& acting,
                                  const std::string& id_or_mail, const std::string& id) {
  return context.store.write([&](sql::Connection& connection) -> Outcome<void> {
    const auto holder = holder_named(connection, acting, id_or_mail);
    if (!holder) return std::unexpected(holder.error());
    return end_token(context, connection, holder->mission, holder->account, id, acting,
                     Verb::ManageAccounts);
  });
}

std::optional<TokenSession> find_api_token(Context& context, const std::string& token) {
  const base::Instant now = context.now();
  const std::string hash = base::sha256(token);
  bool note = false;
  auto found = context.store.read([&](sql::Connection& connection) -> std::optional<TokenSession> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::nullopt;
    const auto kept = store::find_api_token(connection, state->id, hash, now);
    if (!kept) return std::nullopt;
    const auto account = store::find_account(connection, state->id, kept->account);
    if (!account) return std::nullopt;
    note = !kept->used_at || *kept->used_at + note_use_every <= now;
    Session session{account->acting, account->acting, kept->id, {}, "token", false, {}, false, {}};
    return TokenSession{session, parse_token_scope(kept->scopes).value_or(TokenScope::Read),
                        kept->api_version};
  });
  if (found && note)
    context.store.write(
        [&](sql::Connection& connection) { store::note_api_token_used(connection, hash, now); });
  return found;
}

}  // namespace kontor::actions
