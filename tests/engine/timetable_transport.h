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

}  // namespace kontor::engine::timetable::testing
