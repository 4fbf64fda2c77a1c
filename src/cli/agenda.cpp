#include "cli/agenda.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>

#include "actions/read_view.h"
#include "cli/workplace.h"
#include "server/agenda.h"

namespace kontor::cli {

namespace {

using base::Language;
using server::Directory;

struct AgendaOptions {
  std::string data = "data", key;
};

std::string time_of_day(base::LocalDateTime time) {
  return base::format(time).substr(11);
}

std::string title_of(const Directory& directory, const server::Engagement& one) {
  if (one.activity != nullptr) return one.activity->title.best(Language::En);
  const auto other = directory.named(one.other_organisation);
  return fmt::format("meets {} at table {}", other ? other->name.best(Language::En) : "–",
                     one.meeting->table);
}

void say_engagement(const Directory& directory, const server::Engagement& one) {
  fmt::print("  {}–{}  {}, {}\n", time_of_day(one.starts_at), time_of_day(one.ends_at),
             title_of(directory, one),
             server::place_name(one.spot, one.activity).best(Language::En));
  if (one.coach != nullptr && one.boards_at != nullptr)
    fmt::print("               leaves {} at {} by coach {}, back at {}\n",
               one.boards_at->name.best(Language::En), time_of_day(one.departs_at),
               one.coach->name.best(Language::En), time_of_day(one.returns_at));
  if (one.in_place_at != one.starts_at)
    fmt::print("               in place from {}\n", time_of_day(one.in_place_at));
  if (one.stays_until != one.ends_at)
    fmt::print("               stays until {}\n", time_of_day(one.stays_until));
}

int show_agenda(const AgendaOptions& options) {
  Workplace workplace(options.data);
  const auto view = actions::read_view(workplace.context(), command_line());
  if (!view) return report(view.error());
  const Directory directory(**view);
  const mission::PersonId person{options.key};
  const mission::OrganisationId organisation{options.key};
  if (directory.person(person) == nullptr && directory.organisation(organisation) == nullptr)
    return report(base::Issues{
        {"unknown_reference", "agenda", options.key, {{"noun", "person or organisation"}}, {}}});
  const auto agenda = directory.person(person) != nullptr ? agenda_of(directory, person)
                                                          : agenda_of(directory, organisation);
  base::LocalDate day{};
  for (const server::Engagement& one : agenda) {
    if (one.starts_at.date != day)
      fmt::print("{} ({})\n", base::format(one.starts_at).substr(0, 10), one.zone());
    day = one.starts_at.date;
    say_engagement(directory, one);
  }
  if (agenda.empty()) fmt::print("The published plan has nothing for {}.\n", options.key);
  return exit_good;
}

}  // namespace

void add_agenda(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<AgendaOptions>();
  auto* verb = app.add_subcommand(
      "agenda", "The published agenda of a person or an organisation, with coaches and presence");
  verb->add_option("KEY", options->key, "Of the person or organisation")->required();
  verb->add_option("--data", options->data, "The data folder")->capture_default_str();
  verb->callback(
      [options, &exit_code] { exit_code = guarded([&] { return show_agenda(*options); }); });
}

}  // namespace kontor::cli
