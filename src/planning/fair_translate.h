#pragma once
#include <cstdint>
#include <vector>

#include "engine/fair/problem.h"
#include "mission/fair_problem.h"

namespace kontor::planning {

// The engine's problem of a fair, and which meeting grants which wish.
struct FairTranslation {
  engine::fair::Problem problem;
  std::vector<int> meeting_of_wish;              // -1: its pair must never meet
  std::vector<mission::FairFixed> fixed_nevers;  // fixed meetings of pairs that must never meet
};

// Two wishes of a pair, or a wish and a fixed meeting, become one meeting. Meetings of a
// participant whose side has tables of its own are held there; where both have one, at the first's.
FairTranslation translate(const mission::Fair& fair);

}  // namespace kontor::planning
