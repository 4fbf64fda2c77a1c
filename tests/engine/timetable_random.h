#pragma once
#include "base/rng.h"
#include "engine/timetable/problem.h"

namespace kontor::engine::timetable::testing {

// A tiny random problem that uses every rule: two cities, travel, absences, rooms, duties, parallel
// seats, scarce tables and places. Small enough to enumerate.
inline Problem tiny_problem(std::uint64_t seed) {
  base::Rng rng(seed);
  Problem out;
  out.must_points = 100;
  out.legs = {{0}, {0}};
  out.places = {{0}, {0}, {1}};
  out.travel_minutes = {{0, 15, 15}, {15, 0, 15}, {15, 15, 0}};
  out.rooms = 3;
  const int people = rng.between(3, 5), organisations = rng.between(2, 4);
  out.seats.resize(static_cast<std::size_t>(organisations));
  for (int p = 0; p < people; ++p) {
    Person person{rng.between(0, organisations - 1), {0, 1}, {}};
    if (rng.chance(200)) person.legs = {rng.between(0, 1)};
    if (rng.chance(200)) person.absences.push_back({rng.between(0, 3) * 20, 80});
    out.seats[static_cast<std::size_t>(person.organisation)].push_back(p);
    out.people.push_back(person);
  }
  const int sessions = rng.between(1, 2);
  for (int s = 0; s < sessions; ++s)
    out.sessions.push_back({s * 2, s * 2, s * 1440 + rng.between(0, 2) * 20, 20, rng.between(1, 2),
                            rng.between(1, 2)});
  const int activities = rng.between(1, 3);
  for (int a = 0; a < activities; ++a) {
    Activity activity{rng.between(1, 3) * 20, {}, {}, {}};
    const int place = rng.between(0, 2);
    for (int o = rng.between(1, 3); o > 0; --o)
      activity.options.push_back({(place == 2 ? 1440 : 0) + rng.between(0, 5) * 20,
                                  rng.chance(700) ? place : -1, place, rng.between(0, 3)});
    if (rng.chance(300)) activity.required.push_back(rng.between(0, people - 1));
    if (rng.chance(200))
      for (int p = 0; p < people; ++p)
        if (activity.required.empty() || activity.required[0] != p) activity.everyone.push_back(p);
    out.activities.push_back(activity);
  }
  const auto points = [&](int& musts) {
    if (rng.chance(250)) return std::int64_t{100} * (musts = 1);
    return static_cast<std::int64_t>(rng.between(1, 9));
  };
  for (int a = 0; a < organisations; ++a)
    for (int b = a + 1; b < organisations; ++b)
      if (out.meetings.size() < 4 && rng.chance(700)) {
        MeetingWish wish{a, b, 0, 0, 1, 0};
        wish.points = points(wish.musts);
        out.meetings.push_back(wish);
      }
  for (int p = 0; p < people; ++p)
    for (int a = 0; a < activities; ++a)
      if (out.attendances.size() < 5 && rng.chance(400)) {
        AttendanceWish wish{p, a, 0, 0};
        wish.points = points(wish.musts);
        out.attendances.push_back(wish);
      }
  return out;
}

}  // namespace kontor::engine::timetable::testing
