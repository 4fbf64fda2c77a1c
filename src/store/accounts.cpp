#include "store/accounts.h"

#include <array>
#include <fmt/format.h>

#include "store/visitors.h"

namespace kontor::store {

namespace {

constexpr std::string_view account_selection =
    "SELECT id, mail, role, agency, organisation, person, name, language, made_at, invited, "
    "password_hash FROM account WHERE mission = $1";

Account account_of(const sql::Query& query) {
  Account account;
  Reader reader(query, "account");
  reader("id", account.id);
  reader("mail", account.mail);
  reader("role", account.acting.role);
  reader("agency", account.acting.agency);
  reader("organisation", account.acting.organisation);
  reader("person", account.acting.person);
  reader("name", account.acting.name);
  reader("language", account.language);
  reader("made_at", account.made_at);
  reader("invited", account.invited);
  reader("password_hash", account.password_hash);
  return account;
}

}  // namespace

void write_account(sql::Connection& connection, const mission::MissionId& mission,
                   const Account& account) {
  const mission::Acting& acting = account.acting;
  connection.run(
      "INSERT INTO account (mission, id, mail, role, agency, organisation, person, name, "
      "language, made_at, invited, password_hash) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
      mission.value, account.id, account.mail, text_of(acting.role), acting.agency.value,
      acting.organisation.value, acting.person.value, acting.name, text_of(account.language),
      text_of(account.made_at), account.invited, account.password_hash);
}

std::vector<Account> read_accounts(sql::Connection& connection, const mission::MissionId& mission) {
  sql::Query query =
      connection.query(fmt::format("{} ORDER BY mail", account_selection), mission.value);
  std::vector<Account> accounts;
  while (query.step()) accounts.push_back(account_of(query));
  return accounts;
}

std::optional<Account> find_account(sql::Connection& connection, const mission::MissionId& mission,
                                    const std::string& id) {
  sql::Query query =
      connection.query(fmt::format("{} AND id = $2", account_selection), mission.value, id);
  if (!query.step()) return std::nullopt;
  return account_of(query);
}

std::optional<Account> find_account_of(sql::Connection& connection,
                                       const mission::MissionId& mission, const std::string& mail) {
  sql::Query query =
      connection.query(fmt::format("{} AND mail = $2", account_selection), mission.value, mail);
  if (!query.step()) return std::nullopt;
  return account_of(query);
}

void note_invited(sql::Connection& connection, const mission::MissionId& mission,
                  const std::string& id) {
  connection.run("UPDATE account SET invited = 1 WHERE mission = $1 AND id = $2", mission.value,
                 id);
}

void write_password(sql::Connection& connection, const mission::MissionId& mission,
                    const std::string& id, const std::string& password_hash) {
  connection.run("UPDATE account SET password_hash = $3 WHERE mission = $1 AND id = $2",
                 mission.value, id, password_hash);
}

bool reads_passwords(sql::Connection& connection, const mission::MissionId& mission) {
  return connection.query("SELECT 1 FROM password_use WHERE mission = $1", mission.value).step();
}

void write_passwords(sql::Connection& connection, const mission::MissionId& mission, bool used) {
  connection.run("DELETE FROM password_use WHERE mission = $1", mission.value);
  if (used)
    connection.run("INSERT INTO password_use (mission) VALUES ($1)", mission.value);
  else
    connection.run("UPDATE account SET password_hash = '' WHERE mission = $1", mission.value);
}

bool delete_account(sql::Connection& connection, const mission::MissionId& mission,
                    const std::string& id) {
  constexpr std::array<std::string_view, 6> of_account{"signed_in", "sign_in_try", "passkey",
                                                       "api_token", "challenge",   "provider_link"};
  for (const std::string_view table : of_account)
    connection.run(fmt::format("DELETE FROM {} WHERE mission = $1 AND account = $2", table),
                   mission.value, id);
  connection.run(
      "UPDATE letter SET state = 'withdrawn', mail = '', name = '', text = '', calendars = '' "
      "WHERE mission = $1 AND account = $2 AND state IN ('draft', 'approved', 'failed')",
      mission.value, id);
  return connection.run("DELETE FROM account WHERE mission = $1 AND id = $2", mission.value, id) >
         0;
}

}  // namespace kontor::store
