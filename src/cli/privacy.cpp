#include "cli/privacy.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>

#include "actions/own_data.h"
#include "actions/sensitive.h"
#include "cli/workplace.h"

namespace kontor::cli {

namespace {

struct PrivacyOptions {
  std::string data = "data";
  std::string person;
};

int show(const PrivacyOptions& options) {
  Workplace workplace(options.data);
  const auto data = actions::read_own_data(workplace.context(), command_line(), {options.person});
  if (!data) return report(data.error());
  if (data->account)
    fmt::print("account    {}, {}, since {}\n", data->account->mail,
               mission::word(data->account->acting.role), base::format(data->account->made_at));
  for (const auto& [field, value] : data->contacts) fmt::print("contact    {}: {}\n", field, value);
  for (const auto& one : data->remarks)
    fmt::print("remark     {}, {}: {} {}\n", base::format(one.made_at), one.subject, one.topic,
               one.value);
  for (const auto& one : data->sensitive)
    fmt::print("sealed     {}: {} ({}; deleted on {})\n", one.field, one.value, one.purpose,
               base::format(one.purge_on));
  for (const auto& one : data->sessions)
    fmt::print("session    {}, since {}, {}\n", one.way, base::format(one.made_at), one.agent);
  for (const auto& one : data->letters)
    fmt::print("letter     {}, {}: {}\n{}\n", base::format(one.made_at), word(one.state),
               one.subject, one.text);
  fmt::print("This reading is in the change log.\n");
  return exit_good;
}

int erase(const PrivacyOptions& options) {
  Workplace workplace(options.data);
  const auto erased =
      actions::erase_own_data(workplace.context(), command_line(), {options.person});
  if (!erased) return report(erased.error());
  fmt::print(
      "Deleted: {} contacts, {} remarks, {} sealed fields, {} letters, {} calendar links, "
      "{} accounts.\n"
      "Kept as archives: the mission's record, published plans, the change log, the record "
      "of this deletion.\n",
      erased->contacts, erased->remarks, erased->sensitive, erased->letters, erased->calendar_links,
      erased->accounts);
  return exit_good;
}

int purge(const PrivacyOptions& options) {
  Workplace workplace(options.data);
  const auto purged = actions::purge_due(workplace.context());
  for (const auto& one : purged)
    fmt::print("{}  {}  {} ({})\n", base::format(one.purge_on), one.person.value, one.field,
               one.purpose);
  fmt::print("{} fields deleted\n", purged.size());
  return exit_good;
}

CLI::App* add_verb(CLI::App& privacy, const std::string& name, const std::string& about,
                   const std::shared_ptr<PrivacyOptions>& options) {
  auto* verb = privacy.add_subcommand(name, about);
  verb->add_option("--data", options->data, "The data folder, or a PostgreSQL URI")
      ->capture_default_str();
  return verb;
}

}  // namespace

void add_privacy(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<PrivacyOptions>();
  auto* privacy = app.add_subcommand("privacy", "What is kept of a person");
  privacy->require_subcommand(1);
  auto* shower = add_verb(*privacy, "show", "All that is kept besides the mission", options);
  shower->add_option("person", options->person, "The person's key")->required();
  shower->callback([options, &exit_code] { exit_code = guarded([&] { return show(*options); }); });
  auto* eraser = add_verb(*privacy, "erase", "Delete it, with the account", options);
  eraser->add_option("person", options->person, "The person's key")->required();
  eraser->callback([options, &exit_code] { exit_code = guarded([&] { return erase(*options); }); });
  auto* purger = add_verb(*privacy, "purge", "Delete the fields whose day has come", options);
  purger->callback([options, &exit_code] { exit_code = guarded([&] { return purge(*options); }); });
}

}  // namespace kontor::cli
