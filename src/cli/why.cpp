#include "cli/why.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

#include "actions/ask_why.h"
#include "actions/grant_wish.h"
#include "actions/read_view.h"
#include "cli/progress.h"
#include "cli/workplace.h"
#include "planning/replan.h"
#include "server/agenda.h"
#include "server/directory.h"
#include "server/pages.h"
#include "server/why_words.h"
#include "wire/messages.h"

namespace kontor::cli {

namespace {

using base::Language;
using server::Directory;

struct WhyOptions {
  std::string data = "data", wish, reason;
  bool apply = false, all = false, json = false;
};

template <class Id>
std::string name(const Directory& directory, const Id& id) {
  const auto found = directory.named(id);
  return found ? fmt::format("{} ({})", found->name.best(Language::En), id.value) : id.value;
}

// "W12: Acme (O12) wants to meet Google (C3)".
std::string heading(const Directory& directory, const mission::Wish& wish) {
  const std::string how =
      wish.level == mission::WishLevel::Must ? "must" : fmt::format("wants (rank {})", wish.rank);
  if (wish.activity.empty())
    return fmt::format("{}: {} {} meet {}", wish.id.value, name(directory, wish.organisation), how,
                       name(directory, wish.counterpart));
  return fmt::format("{}: {} {} attend {}", wish.id.value, name(directory, wish.person), how,
                     name(directory, wish.activity));
}

std::string worded(const Directory& directory, const planning::Obstacle& obstacle) {
  return server::in_words(obstacle, directory).in(Language::En);
}

void say_set(const Directory& directory, const planning::Obstacles& causes) {
  for (const planning::Obstacle& cause : causes)
    fmt::print("    {:<18} {}\n", mission::word(cause.kind), worded(directory, cause));
}

// "2025-10-07T10:20, The Westin · Ballroom, S2 slot 1 (from 0)".
std::string place(const Directory& directory, const planning::FreePlace& free) {
  std::string out = base::format(free.starts_at);
  const std::string room =
      server::place_name(directory.spot(free.room), nullptr).best(Language::En);
  if (!room.empty()) out += ", " + room;
  if (!free.session.empty()) out += fmt::format(", {} slot {}", free.session.value, free.slot);
  return out;
}

void say_causes(const Directory& directory, const planning::Why& why, bool all) {
  if (why.causes.empty()) {
    fmt::print("  nothing stands in the way: it fits with nothing else moved{}\n",
               why.free ? ", at " + place(directory, *why.free) : "");
    return;
  }
  fmt::print("  because\n");
  say_set(directory, why.causes);
  fmt::print("  note: without {} the wish fits with nothing else moved\n",
             why.causes.size() == 1 ? "this" : "all of these, and no fewer,");
  if (why.others.empty()) return;
  if (!all)
    fmt::print("  note: {} other sets of causes, each as minimal; see --all\n", why.others.size());
  for (std::size_t i = 0; all && i < why.others.size(); ++i) {
    fmt::print("  or because\n");
    say_set(directory, why.others[i]);
  }
}

std::string line(const Directory& directory, const planning::Engagement& engagement,
                 const mission::OrganisationId& own) {
  const std::string time = base::format(engagement.starts_at);
  const bool meeting = engagement.kind == planning::EngagementKind::Meeting;
  return fmt::format(
      "{} {}–{}  {}", time.substr(0, 10), time.substr(11),
      base::format(engagement.ends_at).substr(11),
      meeting ? fmt::format("meets {} at table {}",
                            name(directory, planning::with(engagement, own)), engagement.table)
              : name(directory, engagement.activity));
}

void say_moved(const Directory& directory, const planning::Moved& moved) {
  const auto* person = directory.person(moved.person);
  const auto own = person == nullptr ? mission::OrganisationId() : person->organisation;
  fmt::print("    {}, {}\n", name(directory, moved.person), name(directory, own));
  for (const auto& one : moved.leaves) fmt::print("      from  {}\n", line(directory, one, own));
  for (const auto& one : moved.takes) fmt::print("      to    {}\n", line(directory, one, own));
}

void say_change(const Directory& directory, const planning::Grant& change,
                std::int64_t value_before) {
  fmt::print("  help: it fits if {} people get another agenda ({})\n", change.disturbed,
             change.disturbed == change.least_disturbed
                 ? "proven: no change touches fewer"
                 : fmt::format("no change touches fewer than {}", change.least_disturbed));
  for (const planning::Moved& moved : change.people) say_moved(directory, moved);
  for (const mission::WishId& lost : change.lost)
    fmt::print("    gives up {}\n", heading(directory, *directory.wish(lost)));
  fmt::print("    the plan's value goes from {} to {}\n", grouped(value_before),
             grouped(change.plan.score.value));
}

void say(const actions::WhyAnswer& answer, const mission::Wish& wish, const WhyOptions& options) {
  const Directory directory(*answer.view);
  if (answer.why.granted) {
    fmt::print("{}\n  is granted by version {}\n", heading(directory, wish),
               answer.view->plan->version);
    return;
  }
  fmt::print("{}\n  is not granted by version {}\n", heading(directory, wish),
             answer.view->plan->version);
  say_causes(directory, answer.why, options.all);
  if (!answer.change) {
    if (answer.change_status == planning::RepairStatus::Impossible)
      fmt::print("  help: no change of the plan grants it while these stand: proven\n");
    else if (answer.change_status)
      fmt::print(
          "  help: unknown: within the work allowed the search found no change that grants it, and "
          "no proof that there is none\n");
    return;
  }
  say_change(directory, *answer.change, answer.view->plan->score.value);
  if (!options.apply)
    fmt::print("  to do so: kontor why {} --apply --reason \"…\"\n", wish.id.value);
}

int apply(actions::Context& context, const actions::WhyAnswer& answer, const WhyOptions& options) {
  if (!answer.change) return exit_bad_input;
  const auto granted = actions::grant_wish(
      context, command_line(),
      {{options.wish}, answer.token, options.reason, actions::Publication::Publish});
  if (!granted) return report(granted.error());
  fmt::print("  done: published as version {}\n", granted->version);
  return exit_good;
}

int list(actions::Context& context) {
  const auto view = actions::read_view(context, command_line());
  if (!view) return report(view.error());
  const Directory directory(**view);
  for (const mission::Unplaced& open : (*view)->plan->unplaced)
    if (const auto* wish = directory.wish(open.wish))
      fmt::print("{}: {}\n", heading(directory, *wish), mission::word(open.cause));
  fmt::print("{} wishes are not granted by version {}; ask for one: kontor why WISH\n",
             (*view)->plan->unplaced.size(), (*view)->plan->version);
  return exit_good;
}

int ask(const WhyOptions& options) {
  Workplace workplace(options.data);
  actions::Context& context = workplace.context();
  if (options.wish.empty()) return list(context);
  const auto answer = actions::ask_why(context, command_line(), {options.wish});
  if (!answer) return report(answer.error());
  const auto& wishes = answer->view->mission->wishes;
  const auto wish = std::ranges::find(wishes, mission::WishId{options.wish}, &mission::Wish::id);
  if (options.json)
    fmt::print("{}\n", wire::to_json(server::why_page(*answer, wish->id)));
  else
    say(*answer, *wish, options);
  return options.apply && !answer->why.granted ? apply(context, *answer, options) : exit_good;
}

}  // namespace

void add_why(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<WhyOptions>();
  auto* verb = app.add_subcommand(
      "why", "Why a wish is not in the published plan, and the cheapest change that grants it");
  verb->add_option("WISH", options->wish, "Its key; without it, all wishes that are not granted");
  verb->add_option("--data", options->data, "The data folder")->capture_default_str();
  verb->add_flag("--all", options->all, "All minimal sets of causes");
  verb->add_flag("--json", options->json, "As the API answers");
  auto* reason = verb->add_option("--reason", options->reason, "Why, for the change log");
  verb->add_flag("--apply", options->apply, "Make that change and publish it")->needs(reason);
  verb->callback([options, &exit_code] { exit_code = guarded([&] { return ask(*options); }); });
}

}  // namespace kontor::cli
