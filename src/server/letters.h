#pragma once
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/outbox.h"
#include "base/text.h"
#include "exchange/mail_write.h"

// Letters in the language of who gets them.

namespace kontor::server {

struct LetterHead {
  std::string address;  // where readers find this server, "https://kontor.example"
  std::string from;     // the sender's mail address
};

// The letters that are due. Each tells of what its reader may see, nothing else: it is made from
// their own view. Whoever's days did not change gets none; whoever's did gets one for all changes.
std::vector<store::Letter> compose_letters(actions::Context& context,
                                           const actions::DueLetters& due, const LetterHead& head);

// The mail that brings a letter.
exchange::Mail mail_of(const store::Letter& letter, const mission::MissionId& mission,
                       const LetterHead& head);

// The same for a host's letter, with the secret of their link in it.
exchange::Mail mail_of(const store::Letter& letter, const mission::MissionId& mission,
                       const LetterHead& head, const std::string& host_token);

// The mail with a sign-in code; `link` is the whole address.
exchange::Mail code_mail(const base::Text& mission, const exchange::MailAddress& to,
                         base::Language language, const std::string& code, const std::string& link,
                         base::Instant now, const LetterHead& head);

}  // namespace kontor::server
