#include "cli/fairness.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fmt/format.h>

#include "actions/plan_fairly.h"
#include "actions/publish_plan.h"
#include "actions/read_state.h"
#include "actions/views.h"
#include "cli/progress.h"
#include "cli/workplace.h"
#include "planning/fairness.h"

namespace kontor::cli {

namespace {

struct FairnessOptions {
  std::string data = "data", reason;
  int minimum = 0;  // percent of the mean; 0: none
  bool apply = false, json = false;
};

// "97.6 %", rounded down.
std::string percent(std::int64_t granted, std::int64_t asked) {
  const std::int64_t permille = asked == 0 ? 1000 : granted * 1000 / asked;
  return fmt::format("{}.{} %", permille / 10, permille % 10);
}

void say_ledger(const std::vector<planning::Share>& ledger) {
  fmt::print("  {:<8} {:<16} {:>13} {:>7} {:>8} {:>8}  {}\n", "by", "group", "organisations",
             "asked", "granted", "share", "worst off");
  for (const planning::Share& share : ledger)
    fmt::print("  {:<8} {:<16} {:>13} {:>7} {:>8} {:>8}  {} ({}.{} %)\n", share.group_kind,
               share.group, share.organisations, share.asked, share.granted,
               percent(share.granted, share.asked), share.worst.value, share.worst_permille / 10,
               share.worst_permille % 10);
}

// "3 wishes (1 of them a must) and 14 points".
std::string price(const planning::FairnessMinimum& minimum) {
  if (minimum.wishes_lost == 0 && minimum.points_lost == 0) return "it costs nothing";
  const auto change = [](std::int64_t lost, std::string_view what) {
    return fmt::format("{} {} {}", std::abs(lost), what, lost < 0 ? "more" : "fewer");
  };
  return fmt::format("it costs: {}, {}, {}", change(minimum.wishes_lost, "wishes granted"),
                     change(minimum.musts_lost, "of them musts"),
                     change(minimum.points_lost, "points"));
}

void say_minimum(const planning::FairnessMinimum& minimum) {
  fmt::print("  minimum: no group below {} % of the mean\n", minimum.percent);
  for (const planning::GroupShare& share : minimum.groups)
    if (share.granted != share.granted_before || share.below)
      fmt::print("    {:<8} {:<16} {} of {} → {}{}\n", share.group_kind, share.group,
                 share.granted_before, share.asked, share.granted, share.below ? "  below" : "");
  fmt::print("  {}; {}\n", minimum.attained ? "attained" : "NOT attained", price(minimum));
  for (const planning::GroupShare& share : minimum.groups)
    if (share.below && share.at_most >= 0)
      fmt::print(
          "    {} {}: no plan of these activities grants more than {} of {} (proven); the "
          "best found grants {}\n",
          share.group_kind, share.group, share.at_most, share.asked, share.granted);
}

std::string json(const std::vector<planning::Share>& ledger,
                 const planning::FairnessMinimum* minimum) {
  std::string rows;
  for (const planning::Share& share : ledger)
    rows += fmt::format(
        R"({}{{"group_kind":"{}","group":"{}","organisations":{},"asked":{},"granted":{},)"
        R"("worst":"{}","worst_permille":{}}})",
        rows.empty() ? "" : ",", share.group_kind, share.group, share.organisations, share.asked,
        share.granted, share.worst.value, share.worst_permille);
  std::string out = fmt::format(R"({{"shares":[{}])", rows);
  if (minimum != nullptr)
    out +=
        fmt::format(R"(,"minimum":{{"percent":{},"attained":{},"wishes_lost":{},"musts_lost":{},)"
                    R"("points_lost":{}}})",
                    minimum->percent, minimum->attained, minimum->wishes_lost, minimum->musts_lost,
                    minimum->points_lost);
  return out + "}\n";
}

int publish(actions::Context& context) {
  const auto published = actions::publish_plan(context, command_line());
  if (!published) return report(published.error());
  fmt::print("  done: published as version {}\n", published->version);
  return exit_good;
}

actions::Outcome<planning::FairnessMinimum> plan(actions::Context& context,
                                                 const FairnessOptions& options) {
  const auto stop = [] { return interrupted(); };
  return options.apply
             ? actions::plan_fairly(context, command_line(), options.minimum, options.reason, stop)
             : actions::price_minimum(context, command_line(), options.minimum, stop);
}

int show(const FairnessOptions& options) {
  Workplace workplace(options.data);
  actions::Context& context = workplace.context();
  const auto whole = actions::read_whole(context, command_line());
  if (!whole) return report(whole.error());
  if ((*whole)->published.plan.version == 0)
    return report(actions::Refusal{actions::Conflict{"no_plan", "no plan is published yet"}});
  const auto ledger = planning::fairness((*whole)->mission, (*whole)->published.plan);
  if (options.minimum == 0) {
    if (options.json)
      fmt::print("{}", json(ledger, nullptr));
    else
      say_ledger(ledger);
    return exit_good;
  }
  const auto minimum = plan(context, options);
  if (!minimum) return report(minimum.error());
  const auto now = planning::fairness((*whole)->mission, minimum->plan);
  if (options.json) {
    fmt::print("{}", json(now, &*minimum));
  } else {
    say_ledger(now);
    say_minimum(*minimum);
  }
  return options.apply ? publish(context) : exit_good;
}

}  // namespace

void add_fairness(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<FairnessOptions>();
  auto* verb = app.add_subcommand(
      "fairness",
      "How evenly wishes are granted by region, size, kind and agency, and what a "
      "minimum for every group costs");
  verb->add_option("--data", options->data, "The data folder")->capture_default_str();
  auto* minimum = verb->add_option("--minimum", options->minimum,
                                   "Plan so that no group is below this percentage of the mean")
                      ->check(CLI::Range(1, 100));
  verb->add_flag("--json", options->json, "One JSON object on standard output");
  auto* reason = verb->add_option("--reason", options->reason, "Why, for the change log");
  verb->add_flag("--apply", options->apply, "Publish that plan")->needs(minimum)->needs(reason);
  verb->callback([options, &exit_code] { exit_code = guarded([&] { return show(*options); }); });
}

}  // namespace kontor::cli
