#pragma once
#include "base/rng.h"
#include "engine/timetable/state.h"

namespace kontor::engine::timetable {

// Gives the places of each activity to those whose turn it is (rules/turns.h), of all who attend it
// by wish or could, everything else as it is; whoever loses a place is granted what fits instead.
// The points never fall.
void allocate(State& state, base::Rng& rng);

}  // namespace kontor::engine::timetable
