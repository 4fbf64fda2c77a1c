#pragma once
#include "engine/timetable_random.h"

namespace kontor::engine::timetable::testing {

// A tiny problem as tiny_problem() makes them, most activities of which are reached by coach: one
// or two small coaches in either city, some people who come on their own, and a hub in each city.
inline Problem tiny_transport_problem(std::uint64_t seed) {
  Problem out = tiny_problem(seed);
  base::Rng rng(seed + 1'000'000);
  out.places.push_back({1});
  for (auto& row : out.travel_minutes) row.push_back(15);
  out.travel_minutes.push_back({15, 15, 15, 0});
  for (Person& person : out.people) person.rides = rng.chance(800);
  for (int leg = 0; leg < 2; ++leg)
    for (int n = rng.between(0, 2); n > 0; --n) out.coaches.push_back({leg, rng.between(1, 3)});
  for (Activity& activity : out.activities)
    if (rng.chance(800))
      activity.boards_at = out.places[activity.options[0].place].leg == 0 ? rng.between(0, 1) : 3;
  return out;
}

// The same with two coaches in the first city, few wishes, and rules about who must not share a
// vehicle.
inline Problem tiny_vehicle_problem(std::uint64_t seed) {
  Problem out = tiny_transport_problem(seed);
  base::Rng rng = base::Rng(seed).split(55);
  for (Person& person : out.people) person.rides = true;
  const int leg = out.places[out.activities[0].options[0].place].leg;
  out.coaches = {{leg, rng.between(1, 2)}, {leg, rng.between(1, 3)}};
  if (out.meetings.size() > 1) out.meetings.resize(1);
  if (out.attendances.size() > 4) out.attendances.resize(4);
  const int people = static_cast<int>(out.people.size());
  for (int count = rng.between(1, 2); count > 0; --count) {
    Rule rule;
    rule.kind = RuleKind::NotSameVehicle;
    const int one = rng.between(0, people - 1);
    rule.people = {one};
    for (int k = rng.between(1, 2); k > 0; --k)
      rule.others.push_back((one + rng.between(1, people - 1)) % people);
    for (const Activity& activity : out.activities)
      rule.covers.push_back(activity.boards_at >= 0 || rng.chance(300) ? 1 : 0);
    out.rules.push_back(rule);
  }
  return out;
}

}  // namespace kontor::engine::timetable::testing
