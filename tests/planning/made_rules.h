#pragma once
#include <string>

#include "base/rng.h"
#include "mission/mission.h"

namespace kontor::planning::testing {

// Any rules about principals and a few delegates, and clearances for every second person.
inline void add_rules(mission::Mission& mission, std::uint64_t seed) {
  using mission::ClearanceStatus;
  using mission::Office, mission::PersonId, mission::Rule, mission::RuleKind;
  base::Rng rng(seed);
  std::vector<PersonId> people;
  for (const Office& office : mission.offices) people.push_back(office.holder);
  for (int k = 0; k < 4; ++k) people.push_back(mission.people[rng.below(mission.people.size())].id);
  for (int k = rng.between(1, 5); k > 0; --k) {
    const std::size_t one = rng.below(people.size());
    const PersonId other = people[(one + 1 + rng.below(people.size() - 1)) % people.size()];
    Rule next;
    next.kind = static_cast<RuleKind>(rng.below(10));
    next.who.people = {people[one]};
    next.id.value = "R" + std::to_string(mission.rules.size() + 1);
    if (next.kind == RuleKind::AlwaysWith || next.kind == RuleKind::NeverWith ||
        next.kind == RuleKind::NotSameVehicle)
      next.with.people = {other};
    if (next.kind == RuleKind::AtLeastOneOf) {
      next.who.people = people;
      next.scope.activities = {mission.activities[rng.below(mission.activities.size())].id};
    }
    if (next.kind == RuleKind::ClearanceNeeded) {
      next.who = {};
      next.site = "lab";
      next.scope.activities = {mission.activities[rng.below(mission.activities.size())].id};
    }
    const int minutes = 5 * rng.between(1, 6), hours = rng.between(0, 5), most = rng.between(1, 3);
    if (next.kind == RuleKind::ArrivesLast || next.kind == RuleKind::LeavesFirst ||
        next.kind == RuleKind::Rest || next.kind == RuleKind::GuestsInPlace)
      next.minutes = minutes;
    if (next.kind == RuleKind::Rest) next.every_minutes = 60 * hours;
    if (next.kind == RuleKind::AtMostADay) next.most = most;
    mission.rules.push_back(next);
  }
  for (std::size_t p = 0; p < mission.people.size(); p += 2)
    mission.people[p].clearances = {
        {"lab", ClearanceStatus::Cleared, *base::parse_date("2025-09-01")}};
}

}  // namespace kontor::planning::testing
