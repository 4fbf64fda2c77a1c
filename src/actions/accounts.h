#pragma once
#include <optional>
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "store/accounts.h"

// Who may sign in: only the office invites.

namespace kontor::actions {

struct NewAccount {
  std::string mail;
  mission::Acting acting;  // role, and agency or person, see acting_for.h; name may be empty
  std::optional<base::Language> language;  // empty: the person's first, else English
};

// `mail` as it is kept: without spaces around, in small letters; nothing where it is no address
// that a letter can be sent to.
std::optional<std::string> parse_mail(std::string_view mail);

// Adds an account; the outbox gets a letter of invitation. Refused: Denied, Conflict no_mission or
// mail_taken, Issues.
Outcome<store::Account> add_account(Context& context, const mission::Acting& acting,
                                    const NewAccount& wanted);
// By mail. Refused: Denied, Conflict no_mission.
Outcome<std::vector<store::Account>> list_accounts(Context& context, const mission::Acting& acting);
// The account of this id or mail.
std::optional<store::Account> find_by_id_or_mail(sql::Connection& connection,
                                                 const mission::MissionId& mission,
                                                 const std::string& id_or_mail);
// Ends the account of this id or mail with all its sessions, passkeys and tokens. Refused: Denied,
// Missing, Conflict no_mission.
Outcome<void> end_account(Context& context, const mission::Acting& acting,
                          const std::string& id_or_mail);

}  // namespace kontor::actions
