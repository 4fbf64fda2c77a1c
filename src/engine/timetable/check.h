#pragma once
#include <string>
#include <vector>

#include "engine/timetable/problem.h"
#include "engine/timetable/solution.h"

namespace kontor::engine::timetable {

// A broken rule of rules/ or duties.h by its name, and the numbers concerned.
struct Violation {
  std::string rule;
  int first = 0;
  int second = 0;
};

// The violations and the worth of a solution, recomputed naively from the problem; shares no code
// with the search. Tables of meetings are looked at where they are given.
struct Finding {
  std::vector<Violation> violations;
  Worth worth;
};

Finding check(const Problem& problem, const Solution& solution);

}  // namespace kontor::engine::timetable
