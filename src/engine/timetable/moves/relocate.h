#pragma once
#include "base/rng.h"
#include "engine/timetable/state.h"

namespace kontor::engine::timetable::moves {

// Move "relocate": a granted meeting goes to another slot, or to other people of the same
// organisations, wherever there is room; nothing changes where there is none.
void relocate(State& state, int meeting, base::Rng& rng);

}  // namespace kontor::engine::timetable::moves
