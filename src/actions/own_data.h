#pragma once
#include <map>
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "actions/sensitive.h"
#include "store/accounts.h"
#include "store/letters.h"
#include "store/remarks.h"
#include "store/tokens.h"

// What Kontor keeps of one person besides the mission itself, for them to take along or to have
// deleted (GDPR, articles 15, 17 and 20).

namespace kontor::actions {

struct OwnData {
  std::optional<store::Account> account;
  std::map<std::string, std::string> contacts;  // mail and phone of imported tables, by field
  std::vector<SensitiveValue> sensitive;
  std::vector<store::SignedIn> sessions;
  int passkeys = 0;
  std::vector<store::Letter> letters;  // to the account or person
  std::vector<store::Remark> remarks;
};
// Refused: Denied and Missing as read_sensitive, Conflict no_mission or key_lost.
Outcome<OwnData> read_own_data(Context& context, const mission::Acting& acting,
                               const mission::PersonId& person);

struct ErasedData {
  int sensitive = 0;
  int letters = 0;
  int calendar_links = 0;
  int accounts = 0;
  int remarks = 0;
  int contacts = 0;
};
// Deletes all of it, with calendar links and every sign-in. The mission's own record of the person,
// their engagements in published plans, the change log and records of deletions stay: the archives
// of a public body. Logged. Refused as above.
Outcome<ErasedData> erase_own_data(Context& context, const mission::Acting& acting,
                                   const mission::PersonId& person);

}  // namespace kontor::actions
