#pragma once
#include "engine/timetable/grid.h"
#include "engine/timetable/solution.h"

namespace kontor::engine::timetable {

// Gives each meeting of `solution` a table of its slot, 1 … tables. Slot by slot an organisation
// keeps the table of its last meeting in the session where it can, the second one first: it mostly
// receives. Returns how often somebody changes tables.
int assign_tables(const Problem& problem, const Grid& grid, Solution& solution);

}  // namespace kontor::engine::timetable
