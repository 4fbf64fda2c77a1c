#pragma once
#include <memory>
#include <optional>
#include <string>

#include "server/post_room.h"

namespace CLI {
class App;
}

namespace kontor::cli {

// Which server takes our mail, and where readers find this one.
struct MailOptions {
  std::string server;  // empty: letters are drafted and wait
  std::string from = "kontor@localhost";
  std::string user;
  std::string password_file;
  std::string authority_file;
  std::string public_address;
};

// Adds --mail-server, --mail-from, --mail-user, --mail-password-file, --mail-authority and
// --public-address.
void add_mail_options(CLI::App& verb, MailOptions& options);

// What hands a mail to the server; empty where none is set. Throws CLI::ValidationError for an
// address that no mail can be sent through and for an unreadable password.
server::SendMail mail_sender(const MailOptions& options);

}  // namespace kontor::cli
