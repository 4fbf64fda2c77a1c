#pragma once
#include "mission/fair_problem.h"
#include "mission/mission.h"

namespace kontor::planning {

// The B2B meetings of a mission as a fair of their own (docs/fair-file.md), as if there were no
// programme besides: organisations with wishes are the participants, the delegation's and the
// others are two sides, regions are groups. Sessions follow each other by their start; those that
// overlap are one, with all their tables, of the length of the longest. An organisation is absent
// where none of its people is there, and has as many seats as it has people there at least
// otherwise.
mission::Fair fair_of(const mission::Mission& mission);

}  // namespace kontor::planning
