#include "actions/accounts.h"

#include <algorithm>

#include "actions/acting_for.h"
#include "actions/change_log.h"
#include "actions/whole.h"
#include "base/hash.h"
#include "store/missions.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

constexpr std::size_t mail_bytes = 254;  // RFC 5321, section 4.5.3.1, with its erratum 1690
constexpr std::size_t name_bytes = 200;
constexpr int id_bytes = 16;

bool is_mail_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         std::string_view("!#$%&'*+-/=?^_`{|}~.@").contains(c);
}

base::Language language_of(const mission::Mission& mission, const NewAccount& wanted) {
  if (wanted.language) return *wanted.language;
  const auto person = std::ranges::find(mission.people, wanted.acting.person, &mission::Person::id);
  if (person == mission.people.end() || person->languages.empty()) return base::Language::En;
  return person->languages.front();
}

// The account without id and time, or every fault of what was wanted.
base::Checked<store::Account> checked(const mission::Mission& mission, const NewAccount& wanted) {
  base::Issues issues;
  store::Account account;
  const auto mail = parse_mail(wanted.mail);
  if (mail)
    account.mail = *mail;
  else
    issues.push_back({"bad_mail", "/mail", wanted.mail, {}, {}});
  const auto acting = acting_for(mission, wanted.acting);
  if (acting)
    account.acting = *acting;
  else
    issues.insert(issues.end(), acting.error().begin(), acting.error().end());
  const bool plain =
      std::ranges::none_of(wanted.acting.name, [](char c) { return c >= 0 && c < 32; });
  if (!plain || wanted.acting.name.size() > name_bytes)
    issues.push_back({"out_of_range", "/name", "", {{"expected", "one line of 200 bytes"}}, {}});
  if (!issues.empty()) return std::unexpected(issues);
  if (account.acting.name.empty()) account.acting.name = account.mail;
  account.language = language_of(mission, wanted);
  return account;
}

}  // namespace

std::optional<std::string> parse_mail(std::string_view mail) {
  while (!mail.empty() && mail.front() == ' ') mail.remove_prefix(1);
  while (!mail.empty() && mail.back() == ' ') mail.remove_suffix(1);
  std::string small(mail);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  const std::size_t at = small.find('@');
  const bool whole = at != std::string::npos && at > 0 && at <= 64 && at + 1 < small.size() &&
                     small.find('@', at + 1) == std::string::npos;
  if (!whole || small.size() > mail_bytes || !std::ranges::all_of(small, is_mail_letter) ||
      small.find("..") != std::string::npos || small[at + 1] == '.' || small[at + 1] == '-' ||
      small.back() == '.' || small.front() == '.' || small.front() == '-')
    return std::nullopt;
  return small;
}

Outcome<store::Account> add_account(Context& context, const mission::Acting& acting,
                                    const NewAccount& wanted) {
  if (!may(acting, Verb::ManageAccounts)) return std::unexpected(Denied{Verb::ManageAccounts});
  const auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  auto account = checked(whole->mission, wanted);
  if (!account) return std::unexpected(account.error());
  account->id = base::random_hex(id_bytes);
  account->made_at = context.now();
  return context.store.write([&](sql::Connection& connection) -> Outcome<store::Account> {
    if (store::find_account_of(connection, whole->state.id, account->mail))
      return std::unexpected(Conflict{"mail_taken", account->mail});
    store::write_account(connection, whole->state.id, *account);
    log_change(context, connection, whole->state.id, acting, Verb::ManageAccounts,
               "account/" + account->id,
               "added, " + std::string(mission::word(account->acting.role)));
    return *account;
  });
}

Outcome<std::vector<store::Account>> list_accounts(Context& context,
                                                   const mission::Acting& acting) {
  if (!may(acting, Verb::ManageAccounts)) return std::unexpected(Denied{Verb::ManageAccounts});
  return context.store.read(
      [&](sql::Connection& connection) -> Outcome<std::vector<store::Account>> {
        const auto state = store::read_served_state(connection);
        if (!state) return std::unexpected(Conflict{"no_mission", ""});
        return store::read_accounts(connection, state->id);
      });
}

std::optional<store::Account> find_by_id_or_mail(sql::Connection& connection,
                                                 const mission::MissionId& mission,
                                                 const std::string& id_or_mail) {
  if (auto account = store::find_account(connection, mission, id_or_mail)) return account;
  const auto mail = parse_mail(id_or_mail);
  return mail ? store::find_account_of(connection, mission, *mail) : std::nullopt;
}

Outcome<void> end_account(Context& context, const mission::Acting& acting,
                          const std::string& id_or_mail) {
  if (!may(acting, Verb::ManageAccounts)) return std::unexpected(Denied{Verb::ManageAccounts});
  return context.store.write([&](sql::Connection& connection) -> Outcome<void> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    const auto account = find_by_id_or_mail(connection, state->id, id_or_mail);
    if (!account) return std::unexpected(Missing{"account", id_or_mail});
    store::delete_account(connection, state->id, account->id);
    log_change(context, connection, state->id, acting, Verb::ManageAccounts,
               "account/" + account->id, "ended");
    return {};
  });
}

}  // namespace kontor::actions
