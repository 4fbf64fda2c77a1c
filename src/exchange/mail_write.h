#pragma once
#include <string>
#include <vector>

#include "base/text.h"
#include "base/time.h"

namespace kontor::exchange {

struct MailAddress {
  std::string name;  // UTF-8; may be empty
  std::string mail;  // ASCII: "ann@example.org"
};

// A file of a mail, such as an invitation of a calendar.
struct MailPart {
  std::string type;  // "text/calendar; method=REQUEST; charset=utf-8"
  std::string name;  // ASCII file name
  std::string bytes;
};

struct Mail {
  MailAddress from;
  MailAddress to;
  std::string subject;  // one line of UTF-8
  std::string text;     // UTF-8, lines ending in "\n"
  std::vector<MailPart> parts;
  std::string message_id;  // "letter-7.small@kontor.example", the same whenever it is sent again
  base::Instant written_at{};
  base::Language language = base::Language::En;
};

// `mail` as a message of the Internet (RFC 5322, MIME): CRLF, lines of at most 76 octets, ASCII
// only, bytes that depend on the argument only. Line ends and other control characters within
// names, subject and addresses become spaces, so that nothing can add a header.
std::string write_mail(const Mail& mail);

}  // namespace kontor::exchange
