#pragma once
#include "engine/timetable/state.h"

namespace kontor::engine::timetable {

// Brings a fresh `state` to `solution`, whose tables it does not look at.
void replay(State& state, const Solution& solution);

}  // namespace kontor::engine::timetable
