#include "actions/own_data.h"

#include <algorithm>
#include <limits>

#include "actions/change_log.h"
#include "store/imports.h"
#include "store/missions.h"
#include "store/passkeys.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

constexpr int most_letters = 100'000;

std::optional<store::Account> account_of(sql::Connection& connection,
                                         const mission::MissionId& mission,
                                         const mission::PersonId& person) {
  for (const store::Account& account : store::read_accounts(connection, mission))
    if (account.acting.person == person) return account;
  return std::nullopt;
}

}  // namespace

Outcome<OwnData> read_own_data(Context& context, const mission::Acting& acting,
                               const mission::PersonId& person) {
  auto sensitive = read_sensitive(context, acting, person);
  if (!sensitive) return std::unexpected(sensitive.error());
  return context.store.read([&](sql::Connection& connection) -> Outcome<OwnData> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    OwnData data;
    data.sensitive = *std::move(sensitive);
    data.contacts = store::read_contacts(connection, state->id)["person/" + person.value];
    data.account = account_of(connection, state->id, person);
    if (data.account) {
      data.sessions = store::read_signed_in(connection, state->id, data.account->id, context.now());
      data.passkeys = store::count_passkeys(connection, state->id, data.account->id);
    }
    data.remarks = store::read_remarks(connection, state->id, person);
    data.letters = store::read_letters(connection, state->id,
                                       std::numeric_limits<std::int64_t>::max(), most_letters);
    std::erase_if(data.letters,
                  [&](const store::Letter& letter) { return letter.person != person; });
    return data;
  });
}

Outcome<ErasedData> erase_own_data(Context& context, const mission::Acting& acting,
                                   const mission::PersonId& person) {
  // Protocol keeps sealed fields, but ends nobody's account.
  if (acting.person != person && !may(acting, Verb::ManageAccounts))
    return std::unexpected(Denied{Verb::ManageAccounts});
  const auto sensitive = read_sensitive(context, acting, person);
  if (!sensitive && !std::holds_alternative<Conflict>(sensitive.error()))
    return std::unexpected(sensitive.error());
  return context.store.write([&](sql::Connection& connection) -> Outcome<ErasedData> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    ErasedData erased;
    for (const auto& field : store::read_sensitive(connection, state->id, person)) {
      store::purge_sensitive(connection, state->id, field, context.now(), "erased");
      ++erased.sensitive;
    }
    erased.calendar_links = store::delete_feed_links(connection, state->id, person);
    erased.letters = store::erase_letters(connection, state->id, person);
    erased.contacts = store::erase_contacts(connection, state->id, "person/" + person.value);
    erased.remarks = store::delete_remarks(connection, state->id, person);
    if (const auto account = account_of(connection, state->id, person))
      erased.accounts = store::delete_account(connection, state->id, account->id) ? 1 : 0;
    log_change(context, connection, state->id, acting, Verb::KeepSensitive,
               "person/" + person.value, "erased all data kept beside the mission");
    return erased;
  });
}

}  // namespace kontor::actions
