#pragma once
#include <cstdint>

#include "mission/mission.h"

namespace kontor::planning::testing {

// The measures of a made-up mission of two cities.
struct Measures {
  int companies = 220;
  int delegates = 500;
  int counterparts = 300;
  int activities = 80;
  int meeting_wishes = 1200;
  int activity_wishes = 1300;
  int musts_permille = 200;
  int nevers = 100;
  int sessions_a_day = 2;
  int slots = 9;
  int tables = 30;
  int least_places = 8;  // of activities that limit them
};

// Makes `mission` one of coaches: some activities are reached by coach, two small ones in each
// city, venues have opening hours, rooms and activities equipment, activities speakers; ways get a
// buffer.
void add_transport(mission::Mission& mission, std::uint64_t seed);

// A valid mission with skewed popularity, windows, offices, whole-delegation events, absences and
// nevers; the same for the same seed.
mission::Mission make_mission(const Measures& measures, std::uint64_t seed);

// A small one of a few people, for brute force and sanitizers.
inline constexpr Measures small{12, 18, 10, 8, 40, 30, 300, 4, 1, 4, 3};

}  // namespace kontor::planning::testing
