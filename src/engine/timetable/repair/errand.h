#pragma once
#include <vector>

#include "engine/timetable/grid.h"
#include "engine/timetable/problem.h"

namespace kontor::engine::timetable {

// A stay with what it is for: an activity, or -1 for a meeting.
struct Errand : Stay {
  int activity = -1;
};

// Whether `person` can do `errand` besides `others`: it goes with them in time and, with them, with
// the rules of protocol that look at one person's day (rest, at_most_a_day, clearance_needed).
bool fits(const Problem& problem, const Grid& grid, int person, const std::vector<Errand>& others,
          const Errand& errand);

// Those of `activities`, held in `options`, that a rule of one person's day does not let its
// required attend together; empty: there are none. One of them must be elsewhere or not be held.
std::vector<int> too_many_for_required(const Problem& problem, const std::vector<int>& options);

// Whether rules of protocol keep two people from both being at `activity` (never_with,
// not_same_vehicle where it is a vehicle itself or `strict`, arrives_last, leaves_first), or, where
// that is -1, at one table.
bool at_odds(const Problem& problem, const Grid& grid, int activity, int one, int other,
             bool strict);

}  // namespace kontor::engine::timetable
