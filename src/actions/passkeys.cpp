#include "actions/passkeys.h"

#include <algorithm>

#include "actions/accounts.h"
#include "actions/change_log.h"
#include "base/hash.h"
#include "base/hmac.h"
#include "base/passkey.h"
#include "exchange/json_text.h"
#include "store/identity_providers.h"
#include "store/missions.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

constexpr int challenge_bytes = 32;
constexpr std::size_t passkey_name_bytes = 100;
constexpr std::size_t id_digits = 32;
const std::string to_make = "passkey_make";
const std::string to_show = "passkey_show";
const Conflict wrong{"wrong_passkey", ""};

// "kontor.example" of "https://kontor.example:8443".
std::string domain_of(std::string_view origin) {
  const std::size_t scheme = origin.find("://");
  if (scheme != origin.npos) origin.remove_prefix(scheme + 3);
  return std::string(origin.substr(0, origin.find(':')));
}

// What is answered must be what was asked, in the browser that was asked.
std::string passkey_hash(const std::string& browser_token, const std::string& challenge) {
  return base::sha256(browser_token + ":" + challenge);
}

// The challenge of well-formed client data of that kind, from a page of that origin.
std::optional<std::string> challenge_in(const std::string& client_data, std::string_view type,
                                        const std::string& origin) {
  using Kind = exchange::JsonValue::Kind;
  exchange::JsonText text(client_data);
  const exchange::JsonValue value = text.value();
  if (text.failed() || !text.at_end() || !value["challenge"].is(Kind::Text)) return std::nullopt;
  if (value["type"].text != type || value["origin"].text != origin) return std::nullopt;
  if (value["crossOrigin"].is(Kind::True)) return std::nullopt;
  return value["challenge"].text;
}

// The challenge that is answered, used up.
std::optional<store::Challenge> answered_challenge(sql::Connection& connection,
                                                   const PasskeyAnswer& answer,
                                                   std::string_view type, const std::string& kind,
                                                   const PasskeyPlace& place, base::Instant now) {
  const auto text = challenge_in(base::unbase64url(answer.client_data), type, place.origin);
  if (!text || place.browser_token.empty()) return std::nullopt;
  auto challenge = store::take_challenge(connection, passkey_hash(place.browser_token, *text), now);
  if (!challenge || challenge->kind != kind) return std::nullopt;
  const auto state = store::read_served_state(connection);
  if (!state || state->id != challenge->mission) return std::nullopt;
  return challenge;
}

PasskeyQuestion question_of(const std::string& origin, base::Instant now) {
  return {base::random_hex(challenge_bytes),
          base::base64url(base::sha256_bytes(base::random_hex(challenge_bytes))),
          domain_of(origin),
          {},
          {},
          {},
          now + PasskeyLimits::good_for};
}

void write_question(sql::Connection& connection, const PasskeyQuestion& question,
                    store::Challenge challenge, base::Instant now) {
  challenge.hash = passkey_hash(question.browser_token, question.challenge);
  challenge.ends_at = question.ends_at;
  store::write_challenge(connection, challenge, now);
}

// Whose passkeys the session may add to; empty: nobody's.
const std::string& keeper_of(const Session& session) {
  return session.account.empty() && session.first_passkey ? session.waiting : session.account;
}

base::Issues faults_of_name(const std::string& name) {
  const bool plain = std::ranges::none_of(name, [](char c) { return c >= 0 && c < 32; });
  if (plain && !name.empty() && name.size() <= passkey_name_bytes) return {};
  return {{"out_of_range", "/name", "", {{"expected", "one line of 1 to 100 bytes"}}, {}}};
}

void log_passkey(Context& context, sql::Connection& connection, const mission::MissionId& mission,
                 const store::Account& account, const std::string& what) {
  log_change(context, connection, mission, account.acting, Verb::KeepOwnSignIn,
             "account/" + account.id, what);
}

}  // namespace

std::string id_of(const store::Passkey& passkey) {
  return base::sha256(passkey.credential).substr(0, id_digits);
}

Outcome<PasskeyQuestion> begin_passkey(Context& context, const Session& session,
                                       const std::string& origin) {
  const std::string& id = keeper_of(session);
  if (id.empty()) return std::unexpected(Denied{Verb::KeepOwnSignIn});
  return context.store.write([&](sql::Connection& connection) -> Outcome<PasskeyQuestion> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    const auto account = store::find_account(connection, state->id, id);
    if (!account) return std::unexpected(Denied{Verb::KeepOwnSignIn});
    const auto known = store::read_passkeys(connection, state->id, id);
    if (known.size() >= PasskeyLimits::of_account)
      return std::unexpected(Conflict{"too_many_passkeys", ""});
    PasskeyQuestion question = question_of(origin, context.now());
    question.account = id;
    question.name = account->mail;
    for (const store::Passkey& passkey : known) question.known.push_back(passkey.credential);
    write_question(connection, question, {"", state->id, to_make, id, "", {}}, context.now());
    return question;
  });
}

Outcome<std::string> add_passkey(Context& context, const Session& session,
                                 const PasskeyAnswer& answer, const std::string& name,
                                 const PasskeyPlace& place) {
  const std::string& id = keeper_of(session);
  if (id.empty()) return std::unexpected(Denied{Verb::KeepOwnSignIn});
  if (auto faults = faults_of_name(name); !faults.empty()) return std::unexpected(faults);
  const auto made =
      base::new_credential(base::unbase64url(answer.authenticator_data), domain_of(place.origin));
  const auto account =
      context.store.write([&](sql::Connection& connection) -> std::optional<store::Account> {
        const base::Instant now = context.now();
        const auto challenge =
            answered_challenge(connection, answer, "webauthn.create", to_make, place, now);
        if (!challenge || !made || challenge->account != id) return std::nullopt;
        auto holder = store::find_account(connection, challenge->mission, id);
        const std::string credential = base::base64url(made->id);
        const bool first = store::count_passkeys(connection, challenge->mission, id) == 0;
        if (!holder || store::knows_credential(connection, credential) ||
            (session.account.empty() && !first))
          return std::nullopt;
        store::write_passkey(connection, challenge->mission,
                             {credential, id, name, made->algorithm,
                              base::base64url(made->public_key), made->sign_count, now, now});
        log_passkey(context, connection, challenge->mission, *holder, "passkey added");
        return holder;
      });
  if (!account) return std::unexpected(wrong);
  if (!session.account.empty()) return std::string();
  return create_session(
      context, account->acting,
      SignIn{account->id, "passkey", place.sign_in.agent, place.sign_in.former_token});
}

Outcome<PasskeyQuestion> begin_passkey_sign_in(Context& context, const std::string& origin,
                                               const std::string& network) {
  return context.store.write([&](sql::Connection& connection) -> Outcome<PasskeyQuestion> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    const base::Instant now = context.now();
    if (store::count_challenges(connection, to_show, network, now) >= PasskeyLimits::of_network)
      return std::unexpected(Conflict{"too_many_tries", ""});
    PasskeyQuestion question = question_of(origin, now);
    write_question(connection, question, {"", state->id, to_show, "", network, {}}, now);
    return question;
  });
}

Outcome<std::string> sign_in_by_passkey(Context& context, const PasskeyAnswer& answer,
                                        const PasskeyPlace& place) {
  const auto account =
      context.store.write([&](sql::Connection& connection) -> std::optional<store::Account> {
        const base::Instant now = context.now();
        const auto challenge =
            answered_challenge(connection, answer, "webauthn.get", to_show, place, now);
        if (!challenge) return std::nullopt;
        const auto passkey = store::find_passkey(connection, challenge->mission, answer.credential);
        if (!passkey) return std::nullopt;
        const auto counted = base::verify_assertion(
            {base::unbase64url(passkey->credential), passkey->algorithm,
             base::unbase64url(passkey->public_key), 0},
            {base::unbase64url(answer.authenticator_data), base::unbase64url(answer.client_data),
             base::unbase64url(answer.signature)},
            domain_of(place.origin));
        auto holder = store::find_account(connection, challenge->mission, passkey->account);
        if (!counted || !holder) return std::nullopt;
        if ((*counted != 0 || passkey->sign_count != 0) && *counted <= passkey->sign_count) {
          log_passkey(context, connection, challenge->mission, *holder,
                      "passkey refused: its counter went back, so there are two of it");
          return std::nullopt;
        }
        store::note_passkey_used(connection, passkey->credential, *counted, now);
        return holder;
      });
  if (!account) return std::unexpected(wrong);
  return create_session(
      context, account->acting,
      SignIn{account->id, "passkey", place.sign_in.agent, place.sign_in.former_token});
}

std::vector<store::Passkey> own_passkeys(Context& context, const Session& session) {
  if (session.account.empty()) return {};
  return context.store.read([&](sql::Connection& connection) -> std::vector<store::Passkey> {
    const auto state = store::read_served_state(connection);
    if (!state) return {};
    return store::read_passkeys(connection, state->id, session.account);
  });
}

Outcome<void> remove_passkey(Context& context, const Session& session, const std::string& id) {
  return context.store.write([&](sql::Connection& connection) -> Outcome<void> {
    const auto state = store::read_served_state(connection);
    if (!state || session.account.empty()) return std::unexpected(Missing{"passkey", id});
    const auto account = store::find_account(connection, state->id, session.account);
    const auto passkeys = store::read_passkeys(connection, state->id, session.account);
    const auto found = std::ranges::find(passkeys, id, id_of);
    if (!account || found == passkeys.end()) return std::unexpected(Missing{"passkey", id});
    if (passkeys.size() == 1 && needs_passkey(account->acting.role))
      return std::unexpected(Conflict{"last_passkey", ""});
    store::delete_passkey(connection, found->credential);
    log_passkey(context, connection, state->id, *account, "passkey removed");
    return {};
  });
}

Outcome<int> reset_passkeys(Context& context, const mission::Acting& acting,
                            const std::string& id_or_mail, const std::string& asking) {
  if (!may(acting, Verb::ManageAccounts)) return std::unexpected(Denied{Verb::ManageAccounts});
  return context.store.write([&](sql::Connection& connection) -> Outcome<int> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    const auto account = find_by_id_or_mail(connection, state->id, id_or_mail);
    if (!account) return std::unexpected(Missing{"account", id_or_mail});
    if (account->id == asking) return std::unexpected(Conflict{"own_account", ""});
    const int ended = store::delete_passkeys(connection, state->id, account->id);
    store::delete_provider_links(connection, state->id, account->id);
    store::write_password(connection, state->id, account->id, "");
    store::delete_sessions(connection, state->id, account->id);
    log_change(context, connection, state->id, acting, Verb::ManageAccounts,
               "account/" + account->id, "passkeys reset");
    return ended;
  });
}

Outcome<std::map<std::string, int>> passkey_counts(Context& context,
                                                   const mission::Acting& acting) {
  if (!may(acting, Verb::ManageAccounts)) return std::unexpected(Denied{Verb::ManageAccounts});
  return context.store.read(
      [&](sql::Connection& connection) -> Outcome<std::map<std::string, int>> {
        const auto state = store::read_served_state(connection);
        if (!state) return std::unexpected(Conflict{"no_mission", ""});
        return store::passkey_counts(connection, state->id);
      });
}

}  // namespace kontor::actions
