#include "cli/account.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>

#include "actions/accounts.h"
#include "cli/workplace.h"

namespace kontor::cli {

namespace {

struct AccountOptions {
  std::string data = "data";
  std::string mail, role, agency, person, name, language;
};

void print(const store::Account& account) {
  const mission::Acting& acting = account.acting;
  fmt::print("{:<32} {:<12} {:<20} {}  {}\n", account.mail, mission::word(acting.role),
             acting.agency.value + acting.person.value, base::code(account.language), acting.name);
}

int list(const AccountOptions& options) {
  Workplace workplace(options.data);
  const auto accounts = actions::list_accounts(workplace.context(), command_line());
  if (!accounts) return report(accounts.error());
  for (const store::Account& account : *accounts) print(account);
  fmt::print("{} accounts\n", accounts->size());
  return exit_good;
}

int add(const AccountOptions& options) {
  Workplace workplace(options.data);
  actions::NewAccount wanted;
  wanted.mail = options.mail;
  wanted.acting.role = mission::parse_role(options.role).value_or(mission::Role::Public);
  wanted.acting.agency.value = options.agency;
  wanted.acting.person.value = options.person;
  wanted.acting.name = options.name;
  if (!options.language.empty()) wanted.language = base::language_of(options.language);
  const auto account = actions::add_account(workplace.context(), command_line(), wanted);
  if (!account) return report(account.error());
  print(*account);
  fmt::print("The outbox has a letter of invitation: kontor mail list\n");
  return exit_good;
}

int end(const AccountOptions& options) {
  Workplace workplace(options.data);
  const auto ended = actions::end_account(workplace.context(), command_line(), options.mail);
  if (!ended) return report(ended.error());
  fmt::print("Ended, with all sessions.\n");
  return exit_good;
}

void add_data(CLI::App* verb, AccountOptions& options) {
  verb->add_option("--data", options.data, "The data folder, or a PostgreSQL URI")
      ->capture_default_str();
}

void add_add(CLI::App& account, const std::shared_ptr<AccountOptions>& options, int& exit_code) {
  auto* verb = account.add_subcommand("add", "Invite somebody");
  add_data(verb, *options);
  verb->add_option("mail", options->mail, "Their mail address")->required();
  verb->add_option("--role", options->role, "What they act as")
      ->required()
      ->check(CLI::IsMember(
          {"delegate", "host", "adviser", "press", "protocol", "coordinator", "director"}));
  verb->add_option("--agency", options->agency, "The key of an adviser's agency");
  verb->add_option("--person", options->person, "The key of a delegate's or host's person");
  verb->add_option("--name", options->name, "Their name; else the person's, or the address");
  verb->add_option("--language", options->language, "Of letters to them")
      ->check(CLI::IsMember({"fr", "nl", "de", "en"}));
  verb->callback([options, &exit_code] { exit_code = guarded([&] { return add(*options); }); });
}

}  // namespace

void add_account(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<AccountOptions>();
  auto* account = app.add_subcommand("account", "Who may sign in");
  account->require_subcommand(1);
  auto* lister = account->add_subcommand("list", "All accounts by mail address");
  add_data(lister, *options);
  lister->callback([options, &exit_code] { exit_code = guarded([&] { return list(*options); }); });
  add_add(*account, options, exit_code);
  auto* ender = account->add_subcommand("end", "End an account with all its sessions");
  add_data(ender, *options);
  ender->add_option("mail", options->mail, "Its mail address or key")->required();
  ender->callback([options, &exit_code] { exit_code = guarded([&] { return end(*options); }); });
}

}  // namespace kontor::cli
