#pragma once
#include <vector>

#include "engine/timetable/repair.h"

namespace kontor::engine::timetable {

// The options of all activities and the duties that follow.
struct Frame {
  std::vector<int> options;
  std::vector<std::vector<int>> duties;  // of each person: activities
};

// The duties of the rule in duties.h under `options`; of those between which the rule has to choose
// whoever had one before keeps it.
Frame make_frame(const Problem& problem, const Solution& before, std::vector<int> options);

// Whether `activity` can be held in `option` whatever the others do: its required people are
// present, and no session takes its room.
bool possible_alone(const Problem& problem, int activity, int option);

// Whether two held activities can both be as `options` has them: rooms and required people.
bool agree(const Problem& problem, const std::vector<int>& options, int a, int b);

}  // namespace kontor::engine::timetable
