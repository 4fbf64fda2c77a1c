#pragma once
#include <functional>
#include <limits>
#include <vector>

#include "engine/timetable/repair/setting.h"

namespace kontor::engine::timetable {

// Whether `activity` was held and can no longer be as it was, or is to be held for the first time.
bool displaced(const Task& task, int activity);

// Whether `activity` must be held: it was, or a wish to grant asks for it, and it has an option in
// which it can be.
bool must_hold(const Task& task, int activity);

// What the search for options may do, and what it did.
struct FrameSearch {
  std::vector<char> moved;      // activities that could stay but must not
  bool give_up = false;         // displaced and moved ones may also not be held
  int budget = 0;               // people disturbed, at most
  std::vector<char> disturbed;  // people who are in any case
  int most_steps = 0;

  int steps = 0;
  int next_budget = std::numeric_limits<int>::max();  // that would have found more
  bool truncated = false;                             // there may be more within the budget
};

// Shows the options of all activities that go together, the displaced and `moved` ones in another
// than before, first one of the same start; of two that do not go together either moves. `visit`
// gets the people whom they disturb as well, and says whether to go on.
void for_each_options(
    const Task& task, FrameSearch& search,
    const std::function<bool(const std::vector<int>&, const std::vector<char>&)>& visit);

}  // namespace kontor::engine::timetable
