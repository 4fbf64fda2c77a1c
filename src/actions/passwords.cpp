#include "actions/passwords.h"

#include <algorithm>
#include <fmt/format.h>
#include <semaphore>
#include <set>

#include "actions/accounts.h"
#include "actions/change_log.h"
#include "base/hash.h"
#include "base/password.h"
#include "store/missions.h"
#include "store/passkeys.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

constexpr std::chrono::hours counted{1};
constexpr std::chrono::seconds password_patience{5};
const std::string tries_of_mail = "password_mail";
const std::string tries_of_network = "password_network";

// The memory that hashes take belongs to the process, not to a database.
std::counting_semaphore<PasswordLimits::at_once>& places() {
  static std::counting_semaphore<PasswordLimits::at_once> free(PasswordLimits::at_once);
  return free;
}

// `work` in one of the places; nothing where none becomes free in time.
template <class Work>
auto hashing(Work work) -> std::optional<decltype(work())> {
  if (!places().try_acquire_for(password_patience)) return std::nullopt;
  struct Leave {
    ~Leave() { places().release(); }
  } const leave;
  return work();
}

// Of no password: what is tried for those who have none.
const std::string& hash_of_nobody() {
  static const std::string hash = base::password_hash(base::random_hex(32));
  return hash;
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string in_small_letters(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

// Made of the holder's own address or of few characters: what is guessed first.
bool is_easy(const std::string& password, const store::Account& account) {
  const std::string small = in_small_letters(password);
  const std::string user = account.mail.substr(0, account.mail.find('@'));
  const std::string name = in_small_letters(account.acting.name);
  const bool own = small.contains(account.mail) || (user.size() >= 5 && small.contains(user)) ||
                   (name.size() >= 5 && small.contains(name));
  return own || std::set<char>(small.begin(), small.end()).size() < PasswordLimits::least_different;
}

base::Issues faults_of_password(const std::string& password, const store::Account& account) {
  if (characters_in(password) < PasswordLimits::least_characters ||
      password.size() > PasswordLimits::most_bytes || !base::is_utf8(password))
    return {{"password_length", "/password", "", {{"least", "15"}}, {}}};
  if (is_easy(password, account)) return {{"password_easy", "/password", "", {}, {}}};
  return {};
}

void count_try(sql::Connection& connection, const mission::MissionId& mission,
               const std::string& kind, const std::string& detail, base::Instant now) {
  store::write_challenge(connection,
                         {base::random_hex(32), mission, kind, "", detail, now + counted}, now);
}

// Counts a try for that address; whether there were too many already.
bool too_many_tries(sql::Connection& connection, const mission::MissionId& mission,
                    const std::string& mail_hash, const std::string& network, base::Instant now) {
  if (store::count_challenges(connection, tries_of_mail, mail_hash, now) >=
          PasswordLimits::of_mail_an_hour ||
      store::count_challenges(connection, tries_of_network, network, now) >=
          PasswordLimits::of_network_an_hour)
    return true;
  count_try(connection, mission, tries_of_mail, mail_hash, now);
  count_try(connection, mission, tries_of_network, network, now);
  return false;
}

std::optional<store::Account> own_account(Context& context, const Session& session) {
  if (session.account.empty()) return std::nullopt;
  return context.store.read([&](sql::Connection& connection) -> std::optional<store::Account> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::nullopt;
    return store::find_account(connection, state->id, session.account);
  });
}

// Keeps the hash for the account of the session, or "" for none, and says so in the log.
void keep_password(Context& context, const Session& session, const std::string& hash) {
  context.store.write([&](sql::Connection& connection) {
    const auto state = store::read_served_state(connection);
    const auto account =
        state ? store::find_account(connection, state->id, session.account) : std::nullopt;
    if (!account) return;
    store::write_password(connection, state->id, account->id, hash);
    for (const store::SignedIn& other :
         store::read_signed_in(connection, state->id, account->id, context.now()))
      if (other.id != session.id) store::delete_session(connection, account->id, other.id);
    log_change(context, connection, state->id, account->acting, Verb::KeepOwnSignIn,
               "account/" + account->id, hash.empty() ? "password removed" : "password set");
  });
}

// Whether `current` is the password that the account has; too many wrong ones are refused.
Outcome<void> proved(Context& context, const store::Account& account, const std::string& current) {
  if (account.password_hash.empty()) return {};
  const bool refused = context.store.write([&](sql::Connection& connection) {
    const auto state = store::read_served_state(connection);
    return !state || too_many_tries(connection, state->id, base::sha256(account.mail),
                                    "account/" + account.id, context.now());
  });
  if (refused) return std::unexpected(Conflict{"too_many_tries", ""});
  const auto good = hashing([&] { return base::is_password(account.password_hash, current); });
  if (!good) return std::unexpected(Conflict{"passwords_busy", ""});
  if (!*good) return std::unexpected(Conflict{"wrong_password", ""});
  return {};
}

}  // namespace

bool has_passwords(Context& context) {
  return context.store.read([](sql::Connection& connection) {
    const auto state = store::read_served_state(connection);
    return state && store::reads_passwords(connection, state->id);
  });
}

Outcome<void> set_password_use(Context& context, const mission::Acting& acting, PasswordUse use) {
  if (!may(acting, Verb::ManageAccounts)) return std::unexpected(Denied{Verb::ManageAccounts});
  return context.store.write([&](sql::Connection& connection) -> Outcome<void> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    store::write_passwords(connection, state->id, use == PasswordUse::On);
    log_change(context, connection, state->id, acting, Verb::ManageAccounts, "passwords",
               use == PasswordUse::On ? "on" : "off, all deleted");
    return {};
  });
}

bool has_own_password(Context& context, const Session& session) {
  const auto account = own_account(context, session);
  return account && !account->password_hash.empty();
}

Outcome<void> set_own_password(Context& context, const Session& session, const std::string& current,
                               const std::string& password) {
  const auto account = own_account(context, session);
  if (!account) return std::unexpected(Denied{Verb::KeepOwnSignIn});
  if (!has_passwords(context)) return std::unexpected(Conflict{"no_passwords", ""});
  if (auto faults = faults_of_password(password, *account); !faults.empty())
    return std::unexpected(std::move(faults));
  if (auto good = proved(context, *account, current); !good) return good;
  const auto hash = hashing([&] { return base::password_hash(password); });
  if (!hash) return std::unexpected(Conflict{"passwords_busy", ""});
  keep_password(context, session, *hash);
  return {};
}

Outcome<void> remove_own_password(Context& context, const Session& session) {
  if (!has_own_password(context, session)) return std::unexpected(Missing{"password", ""});
  keep_password(context, session, "");
  return {};
}

Outcome<std::string> sign_in_by_password(Context& context, const std::string& mail,
                                         const std::string& password, const std::string& network,
                                         const SignInPlace& place) {
  if (!has_passwords(context)) return std::unexpected(Conflict{"no_passwords", ""});
  const std::string address = parse_mail(mail).value_or("");
  std::optional<store::Account> account;
  const bool refused = context.store.write([&](sql::Connection& connection) {
    const auto state = store::read_served_state(connection);
    if (!state ||
        too_many_tries(connection, state->id, base::sha256(address), network, context.now()))
      return true;
    account = store::find_account_of(connection, state->id, address);
    return false;
  });
  if (refused) return std::unexpected(Conflict{"too_many_tries", ""});
  const bool has_one = account && !account->password_hash.empty();
  const auto good = hashing([&] {
    const std::string& nobody = hash_of_nobody();  // the first try pays for it, whoever it is for
    return base::is_password(has_one ? account->password_hash : nobody,
                             password.substr(0, PasswordLimits::most_bytes + 1));
  });
  if (!good) return std::unexpected(Conflict{"passwords_busy", ""});
  if (!*good || !has_one) return std::unexpected(Conflict{"wrong_password", ""});
  return create_session(context, account->acting,
                        SignIn{account->id, "password", place.agent, place.former_token});
}

}  // namespace kontor::actions
