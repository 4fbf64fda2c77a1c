#pragma once
#include "engine/timetable/problem.h"

namespace kontor::engine::timetable {

// Who is bound to be where. The rule, in this order: whoever an activity requires is there; then
// everyone of an activity with a single start attends unless absent or on a duty that came before,
// activity by activity; then everyone of activities with several starts, likewise. Before
// everyone come those whom rules of protocol call: chosen by at_least_one_of, or company that
// always_with asks for. Whoever cannot come without breaking a rule is excused.

// Whether all options of `activity` start at one time.
bool single_start(const Problem& problem, int activity);

}  // namespace kontor::engine::timetable
