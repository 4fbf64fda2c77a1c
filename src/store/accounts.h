#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "mission/acting.h"
#include "mission/keys.h"
#include "sql/connection.h"

// Who may sign in to a mission. All throw sql::Error; writers are called within Store::write. The
// mission must be stored.

namespace kontor::store {

struct Account {
  std::string id;          // random, tells nothing of its holder
  std::string mail;        // in small letters; one account of a mission each
  mission::Acting acting;  // what its holder acts as
  base::Language language = base::Language::En;
  base::Instant made_at{};
  bool invited = false;       // whether an invitation was drafted
  std::string password_hash;  // empty: no password

  bool operator==(const Account&) const = default;
};

// Adds it. Throws sql::Error Unique where the mail has an account.
void write_account(sql::Connection& connection, const mission::MissionId& mission,
                   const Account& account);
// By mail, in the order of letters.
std::vector<Account> read_accounts(sql::Connection& connection, const mission::MissionId& mission);
std::optional<Account> find_account(sql::Connection& connection, const mission::MissionId& mission,
                                    const std::string& id);
std::optional<Account> find_account_of(sql::Connection& connection,
                                       const mission::MissionId& mission, const std::string& mail);
void note_invited(sql::Connection& connection, const mission::MissionId& mission,
                  const std::string& id);
void write_password(sql::Connection& connection, const mission::MissionId& mission,
                    const std::string& id, const std::string& password_hash);
// Whether the holders of the mission's accounts may have passwords. Without, all are deleted.
bool reads_passwords(sql::Connection& connection, const mission::MissionId& mission);
void write_passwords(sql::Connection& connection, const mission::MissionId& mission, bool used);
// Ends the account with its sessions, tries, passkeys and tokens, and letters that were not sent.
// Whether there was one.
bool delete_account(sql::Connection& connection, const mission::MissionId& mission,
                    const std::string& id);

}  // namespace kontor::store
