#pragma once
#include "engine/timetable/grid.h"
#include "engine/timetable/solution.h"

namespace kontor::engine::timetable {

// Drops the coaches that an activity can do without, the largest first, and gives everybody who
// comes by coach a seat: those first whom not_same_vehicle keeps apart, where they can be (else the
// rule is broken, and check() says so), then people of one organisation together where it fits, in
// the order of the problem. `solution.coaches` must have seats for all.
void assign_coaches(const Problem& problem, Solution& solution);

}  // namespace kontor::engine::timetable
