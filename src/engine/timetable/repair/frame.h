#pragma once
#include <vector>

#include "engine/timetable/repair.h"
#include "engine/timetable/repair/errand.h"

namespace kontor::engine::timetable {

// The options of all activities, whom rules of protocol call there besides those whom the
// activities name, and the duties that follow.
struct Frame {
  std::vector<int> options;
  std::vector<Duty> company;
  std::vector<std::vector<int>> duties;  // of each person: activities
};

// The duties of the rule in duties.h under `options`, `company` coming after the required; of those
// between which the rule has to choose whoever had one before keeps it.
Frame make_frame(const Problem& problem, const Grid& grid, const Solution& before,
                 std::vector<int> options, std::vector<Duty> company);

// The duties of `person` as errands.
std::vector<Errand> duties_of(const Problem& problem, const Frame& frame, int person);

// Whether `activity` can be held in `option` whatever the others do: its required people are
// present, and no session takes its room.
bool possible_alone(const Problem& problem, int activity, int option);

// Whether two held activities can both be as `options` has them: rooms and required people.
bool agree(const Problem& problem, const std::vector<int>& options, int a, int b);

}  // namespace kontor::engine::timetable
