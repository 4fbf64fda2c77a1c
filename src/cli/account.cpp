#include "cli/account.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>

#include "actions/accounts.h"
#include "actions/api_tokens.h"
#include "actions/passkeys.h"
#include "actions/passwords.h"
#include "cli/data_verb.h"
#include "cli/provider.h"
#include "cli/workplace.h"

namespace kontor::cli {

namespace {

struct AccountOptions {
  std::string data = "data";
  std::string mail, role, agency, person, name, language;
  std::string token, passwords;
  int days = 90;
  bool write = false;
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

int reset(const AccountOptions& options) {
  Workplace workplace(options.data);
  const auto ended = actions::reset_passkeys(workplace.context(), command_line(), options.mail);
  if (!ended) return report(ended.error());
  fmt::print("Ended {} passkeys and all sessions. The next sign-in by mail makes a new passkey.\n",
             *ended);
  return exit_good;
}

int add_token(const AccountOptions& options) {
  Workplace workplace(options.data);
  const auto scope = options.write ? actions::TokenScope::Write : actions::TokenScope::Read;
  const auto made = actions::add_api_token_of(workplace.context(), command_line(), options.mail,
                                              {options.name, scope, options.days});
  if (!made) return report(made.error());
  fmt::print("{}\n", made->token);
  fmt::print(stderr, "Shown this once; good until {}.\n", base::format(made->kept.ends_at));
  return exit_good;
}

int list_tokens(const AccountOptions& options) {
  Workplace workplace(options.data);
  const auto tokens = actions::api_tokens_of(workplace.context(), command_line(), options.mail);
  if (!tokens) return report(tokens.error());
  for (const store::ApiToken& one : *tokens)
    fmt::print("{}  {:<5}  until {}  used {}  {}\n", one.id, one.scopes, base::format(one.ends_at),
               one.used_at ? base::format(*one.used_at) : "never", one.name);
  fmt::print("{} tokens\n", tokens->size());
  return exit_good;
}

int end_token(const AccountOptions& options) {
  Workplace workplace(options.data);
  const auto ended = actions::remove_api_token_of(workplace.context(), command_line(), options.mail,
                                                  options.token);
  if (!ended) return report(ended.error());
  fmt::print("Ended.\n");
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

// `work` on the account of a mail address.
CLI::App* add_verb(CLI::App& parent, const std::string& name, const std::string& about,
                   const std::shared_ptr<AccountOptions>& options, int& exit_code,
                   int (*work)(const AccountOptions&)) {
  auto* verb = add_data_verb(parent, name, about, options, exit_code, work);
  verb->add_option("mail", options->mail, "Its mail address or key")->required();
  return verb;
}

int use_passwords(const AccountOptions& options) {
  Workplace workplace(options.data);
  const bool on = options.passwords == "on";
  const auto done =
      actions::set_password_use(workplace.context(), command_line(),
                                on ? actions::PasswordUse::On : actions::PasswordUse::Off);
  if (!done) return report(done.error());
  fmt::print("{}\n",
             on ? "People may set a password in My sign-in." : "There are no passwords any more.");
  return exit_good;
}

void add_passwords(CLI::App& account, const std::shared_ptr<AccountOptions>& options,
                   int& exit_code) {
  auto* verb = account.add_subcommand(
      "passwords", "Let people have passwords, or delete all; roles that need a passkey still do");
  add_data(verb, *options);
  verb->add_option("use", options->passwords, "on or off")
      ->required()
      ->check(CLI::IsMember({"on", "off"}));
  verb->callback(
      [options, &exit_code] { exit_code = guarded([&] { return use_passwords(*options); }); });
}

void add_token_verbs(CLI::App& account, const std::shared_ptr<AccountOptions>& options,
                     int& exit_code) {
  auto* token = account.add_subcommand("token", "Tokens with which programs act for an account");
  token->require_subcommand(1);
  auto* adder =
      add_verb(*token, "add", "Make one; it is printed this once", options, exit_code, add_token);
  adder->add_option("--name", options->name, "What it is for")->required();
  adder->add_flag("--write", options->write, "It may change what its owner may, else only read");
  adder->add_option("--days", options->days, "How long it is good")
      ->check(CLI::Range(1, 366))
      ->capture_default_str();
  add_verb(*token, "list", "Those of an account", options, exit_code, list_tokens);
  add_verb(*token, "end", "End one", options, exit_code, end_token)
      ->add_option("token", options->token, "Its key, as listed")
      ->required();
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
  add_verb(*account, "reset", "End the passkeys of somebody who lost theirs", options, exit_code,
           reset);
  add_verb(*account, "end", "End an account with all its sessions", options, exit_code, end);
  add_token_verbs(*account, options, exit_code);
  add_provider(*account, exit_code);
  add_passwords(*account, options, exit_code);
}

}  // namespace kontor::cli
