#pragma once
#include "base/rng.h"
#include "engine/timetable/state.h"

namespace kontor::engine::timetable::moves {

// Move "ruin_and_recreate" (Schrimpf et al., Journal of Computational Physics 159, 2000): takes
// back some of the wishes of a few people who meet each other, and grants what fits, dearest first.
void ruin_and_recreate(State& state, int person, base::Rng& rng);

}  // namespace kontor::engine::timetable::moves
