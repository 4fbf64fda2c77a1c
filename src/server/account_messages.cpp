#include "server/account_messages.h"

#include "server/answers.h"

namespace kontor::server {

wire::AccountRow account_row(const Directory& directory, const store::Account& account,
                             int passkeys) {
  wire::AccountRow row;
  row.id = account.id;
  row.mail = account.mail;
  row.name = account.acting.name;
  row.role = account.acting.role;
  row.agency = directory.named(account.acting.agency);
  row.organisation = directory.named(account.acting.organisation);
  row.person = unless_empty(account.acting.person.value);
  row.language = base::code(account.language);
  row.made_at = account.made_at;
  row.invited = account.invited;
  row.passkeys = passkeys;
  return row;
}

wire::LetterRow letter_row(const store::Letter& letter) {
  wire::LetterRow row;
  row.number = letter.number;
  row.kind = word(letter.kind);
  row.name = letter.name;
  row.mail = letter.mail;
  row.person = unless_empty(letter.person.value);
  row.language = base::code(letter.language);
  row.version = letter.version;
  row.subject = letter.subject;
  row.text = letter.text;
  row.files = static_cast<std::int64_t>(letter.calendars.size());
  row.state = word(letter.state);
  row.reason = letter.reason;
  row.tries = letter.tries;
  row.made_at = letter.made_at;
  row.due_at = letter.due_at;
  return row;
}

wire::SessionRow session_row(const store::SignedIn& one, const std::string& current) {
  return {one.id, one.way, one.agent, one.made_at, one.seen_at, one.ends_at, one.id == current};
}

}  // namespace kontor::server
