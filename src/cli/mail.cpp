#include "cli/mail.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>

#include "actions/outbox.h"
#include "cli/mail_options.h"
#include "cli/workplace.h"

namespace kontor::cli {

namespace {

struct OutboxOptions {
  std::string data = "data";
  MailOptions mail;
  std::vector<std::int64_t> numbers;
  bool whole = false;  // with the text of each letter
};

void print(const store::Letter& letter, bool whole) {
  fmt::print("{:>5}  {:<9}  {:<10}  {}  {:<32}  {}{}\n", letter.number, word(letter.state),
             word(letter.kind), base::code(letter.language), letter.mail, letter.subject,
             letter.calendars.empty() ? "" : fmt::format(" (+{})", letter.calendars.size()));
  if (!letter.reason.empty()) fmt::print("       {}\n", letter.reason);
  if (whole) fmt::print("\n{}\n", letter.text);
}

int list(const OutboxOptions& options) {
  Workplace workplace(options.data);
  server::PostRoom(workplace.context(), {options.mail.public_address, options.mail.from}, {})
      .work();
  const auto letters = actions::read_outbox(workplace.context(), command_line());
  if (!letters) return report(letters.error());
  for (const store::Letter& letter : *letters) print(letter, options.whole);
  fmt::print("{} letters\n", letters->size());
  return exit_good;
}

int order(const OutboxOptions& options, actions::LetterOrder wanted) {
  Workplace workplace(options.data);
  const auto ordered =
      actions::order_letters(workplace.context(), command_line(), options.numbers, wanted);
  if (!ordered) return report(ordered.error());
  fmt::print("{} letters {}\n", *ordered,
             wanted == actions::LetterOrder::Send ? "approved" : "withdrawn");
  return exit_good;
}

int send(const OutboxOptions& options) {
  Workplace workplace(options.data);
  const server::SendMail post = mail_sender(options.mail);
  const server::LetterHead head{options.mail.public_address, options.mail.from};
  const int sent = actions::send_letters(
      workplace.context(), [&](const store::Letter& letter, const mission::MissionId& mission) {
        const auto failure = post(server::mail_of(letter, mission, head));
        if (failure) fmt::print(stderr, "Letter {}: {}\n", letter.number, failure->reason);
        return failure;
      });
  fmt::print("{} letters sent\n", sent);
  return exit_good;
}

CLI::App* add_verb(CLI::App& mail, const std::string& name, const std::string& about,
                   OutboxOptions& options) {
  auto* verb = mail.add_subcommand(name, about);
  verb->add_option("--data", options.data, "The data folder, or a PostgreSQL URI")
      ->capture_default_str();
  return verb;
}

}  // namespace

void add_mail(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<OutboxOptions>();
  auto* mail = app.add_subcommand("mail", "The outbox: letters that wait, and their sending");
  mail->require_subcommand(1);
  auto* lister = add_verb(*mail, "list", "Draft what is due and list all letters", *options);
  add_mail_options(*lister, options->mail);
  lister->add_flag("--text", options->whole, "With the text of each");
  lister->callback([options, &exit_code] { exit_code = guarded([&] { return list(*options); }); });
  using actions::LetterOrder;
  for (const LetterOrder wanted : {LetterOrder::Send, LetterOrder::Withdraw}) {
    const bool sends = wanted == LetterOrder::Send;
    auto* verb = add_verb(*mail, sends ? "approve" : "withdraw",
                          sends ? "Letters that are to be sent" : "Letters that are not to be sent",
                          *options);
    verb->add_option("number", options->numbers, "Their numbers")->required();
    verb->callback([options, wanted, &exit_code] {
      exit_code = guarded([&] { return order(*options, wanted); });
    });
  }
  auto* sender = add_verb(*mail, "send", "Send the approved letters now", *options);
  add_mail_options(*sender, options->mail);
  sender->get_option("--mail-server")->required();
  sender->callback([options, &exit_code] { exit_code = guarded([&] { return send(*options); }); });
}

}  // namespace kontor::cli
