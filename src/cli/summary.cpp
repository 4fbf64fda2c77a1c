#include "cli/summary.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "cli/progress.h"
#include "planning/fairness.h"
#include "planning/rides.h"
#include "planning/waiting.h"

namespace kontor::cli {

namespace {

using base::Language;

// "San Francisco and Los Angeles, 2025-10-05 to 2025-10-10".
std::string frame(const mission::Mission& mission) {
  std::string cities;
  for (const mission::Leg& leg : mission.legs)
    cities += (cities.empty() ? "" : ", ") + leg.city.best(Language::En);
  return fmt::format("{}, {} to {}", cities, base::format(mission.first_day),
                     base::format(mission.last_day));
}

std::string wishes(const mission::Score& score) {
  const auto musts_bound = score.must_points > 0 ? score.bound / score.must_points : 0;
  return fmt::format("{} of {} wishes; {} of {} musts (no plan can place more than {})",
                     grouped(score.musts_placed + score.wants_placed),
                     grouped(score.musts_asked + score.wants_asked), grouped(score.musts_placed),
                     grouped(score.musts_asked),
                     grouped(std::min<std::int64_t>(musts_bound, score.musts_asked)));
}

std::string shares(const mission::Mission& mission, const mission::Plan& plan) {
  std::string out;
  for (const planning::Share& share : planning::fairness(mission, plan)) {
    if (share.group_kind != "region" || share.asked == 0) continue;
    if (!out.empty()) out += ", ";
    out += fmt::format("{} {} %", share.group, share.granted * 100 / share.asked);
  }
  return fmt::format("{}; worst-off organisation {} %", out, plan.score.worst_share_permille / 10);
}

// "12 rides of 9 coaches take 341 people".
std::string transport(const mission::Mission& mission, const mission::Plan& plan) {
  const auto rides = planning::rides(mission, plan);
  if (rides.empty()) return "";
  std::set<mission::CoachId> coaches;
  std::size_t people = 0;
  for (const planning::Ride& ride : rides) {
    coaches.insert(ride.coach);
    people += ride.passengers.size();
  }
  return fmt::format("  Coaches     {} rides of {} of {} coaches, {} seats taken\n", rides.size(),
                     coaches.size(), mission.coaches.size(),
                     grouped(static_cast<std::int64_t>(people)));
}

std::string turns(const mission::Plan& plan) {
  if (plan.waiting.empty()) return "";
  return fmt::format("  Full        {} wait, in this order: {}\n",
                     grouped(static_cast<std::int64_t>(plan.waiting.size())),
                     planning::rule_of_turns);
}

std::string invented(const mission::Mission& mission) {
  const auto count = [](const auto& records) {
    return std::ranges::count_if(records, [](const auto& noun) { return noun.record.invented; });
  };
  const auto total =
      count(mission.organisations) + count(mission.people) + count(mission.activities);
  if (total == 0) return "";
  return fmt::format(
      "  Demo        {} organisations, people and activities are invented, and marked so\n",
      grouped(total));
}

}  // namespace

std::string summary(const mission::Mission& mission, const mission::Plan& plan) {
  return fmt::format(
      "{}\n  Where       {}\n{}  Placed      {}\n  Programme   {} of {} activities have a time; "
      "{} meetings in {} sessions\n{}{}  Quality     {}, by the certificate\n  Fairness    {}\n",
      mission.name.best(Language::En), frame(mission), invented(mission), wishes(plan.score),
      grouped(static_cast<std::int64_t>(plan.activities.size())),
      grouped(static_cast<std::int64_t>(mission.activities.size())),
      grouped(static_cast<std::int64_t>(plan.meetings.size())), mission.sessions.size(),
      transport(mission, plan), turns(plan), distance(plan.score.value, plan.score.bound),
      shares(mission, plan));
}

}  // namespace kontor::cli
