#pragma once
#include <vector>

#include "engine/timetable/grid.h"

namespace kontor::engine::timetable {

// Who is bound to be where. The rule, in this order: whoever an activity requires is there; then
// everyone of an activity with a single start attends unless absent or on a duty that came before,
// activity by activity; then everyone of activities with several starts, likewise. Before
// everyone come those whom rules of protocol call: chosen by at_least_one_of, or company that
// always_with asks for. Whoever cannot come without breaking a rule is excused.

// Whether all options of `activity` start at one time.
bool single_start(const Problem& problem, int activity);

// A duty that a person has in every timetable in which exactly the activities `held` take place:
// another one, held too, might rank before it and excuse somebody, as may a rule of protocol.
struct CertainDuties {
  std::vector<std::vector<int>> of;  // [person]: activities, all of a single start

  // Whether `person` cannot make `stay`, whatever the rooms, because of a duty at an activity other
  // than `except`.
  bool forbid(const Problem& problem, int person, const Stay& stay, int except) const;
};

CertainDuties certain_duties(const Problem& problem, const std::vector<char>& held);

}  // namespace kontor::engine::timetable
