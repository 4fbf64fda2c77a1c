#pragma once
#include "engine/timetable/repair/fewest.h"

namespace kontor::engine::timetable {

// Brings a fresh `state` over `task.open` to a remedy: what the undisturbed did, what is locked,
// granted and covered, then of the rest of before what fits, dearest first; a meeting of the
// disturbed keeps its slot with colleagues where its people cannot come. Freezes what must stay.
void rebuild(State& state, const Task& task, const Setting& setting, const Remedy& remedy);

// What every timetable of the task keeps: what is locked, granted or past.
Frozen frozen_for_all(const Task& task, const Setting& setting);

// Gives each meeting a table of its slot: whoever keeps the slot keeps the table if it still is
// there, the others take any that is free.
void keep_tables(const Problem& problem, const Grid& grid, const Solution& before,
                 Solution& solution);

}  // namespace kontor::engine::timetable
