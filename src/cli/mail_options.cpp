#include "cli/mail_options.h"

#include <CLI/CLI.hpp>
#include <fstream>

#include "actions/accounts.h"
#include "net/smtp.h"

namespace kontor::cli {

namespace {

std::string first_line_of(const std::string& file) {
  if (file.empty()) return "";
  std::ifstream in(file);
  std::string line;
  if (!std::getline(in, line))
    throw CLI::ValidationError("--mail-password-file", file + " cannot be read");
  return line;
}

}  // namespace

void add_mail_options(CLI::App& verb, MailOptions& options) {
  const std::string group = "Mail";
  verb.add_option("--mail-server", options.server,
                  "smtps://HOST:465, smtp://HOST:587 (STARTTLS) or smtp-plain://127.0.0.1:PORT")
      ->group(group);
  verb.add_option("--mail-from", options.from, "The sender's address")
      ->capture_default_str()
      ->check([](const std::string& mail) {
        return actions::parse_mail(mail) ? std::string() : mail + " is no mail address";
      })
      ->group(group);
  verb.add_option("--mail-user", options.user, "Sign in to the mail server as")->group(group);
  verb.add_option("--mail-password-file", options.password_file,
                  "A file whose first line is the password")
      ->check(CLI::ExistingFile)
      ->group(group);
  verb.add_option("--mail-authority", options.authority_file,
                  "Certificates (PEM) to trust instead of the system's")
      ->check(CLI::ExistingFile)
      ->group(group);
  verb.add_option("--public-address", options.public_address,
                  "Where readers find this server: https://kontor.example")
      ->check([](const std::string& address) {
        const bool good = address.starts_with("https://") || address.starts_with("http://");
        return good && !address.ends_with('/') ? std::string()
                                               : "write https://HOST without a slash at its end";
      })
      ->group(group);
}

server::SendMail mail_sender(const MailOptions& options) {
  if (options.server.empty()) return {};
  const net::SmtpServer server{options.server, options.user, first_line_of(options.password_file),
                               options.authority_file};
  if (const auto fault = net::fault_of(server)) throw CLI::ValidationError("--mail-server", *fault);
  return [server](const exchange::Mail& mail) -> std::optional<actions::PostFailure> {
    const auto failure =
        net::send_mail(server, mail.from.mail, mail.to.mail, exchange::write_mail(mail));
    if (!failure) return std::nullopt;
    return actions::PostFailure{failure->reason, failure->permanent};
  };
}

}  // namespace kontor::cli
