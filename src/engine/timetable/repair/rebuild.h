#pragma once
#include "engine/timetable/repair/frame.h"
#include "engine/timetable/repair/locks.h"

namespace kontor::engine::timetable {

// Brings a fresh `state` to what of `before` fits into `frame`: first what is locked, then the
// rest, dearest first; a meeting keeps its slot with a colleague where its people cannot come.
// False where something locked does not fit.
bool rebuild(State& state, const Frame& frame, const Solution& before, const Locks& locks);

// Gives each meeting a table of its slot: whoever keeps the slot keeps the table if it still is
// there, the others take any that is free.
void keep_tables(const Problem& problem, const Grid& grid, const Solution& before,
                 Solution& solution);

}  // namespace kontor::engine::timetable
