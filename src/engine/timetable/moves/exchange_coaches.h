#pragma once
#include "base/rng.h"
#include "engine/timetable/state.h"

namespace kontor::engine::timetable::moves {

// Move "exchange_coaches": an activity that is reached by coach takes a larger one from another,
// which gets its smaller one, or none, in return. Guests who lose their seat there make way; then
// those who wish to come here do as far as they can, and the others are granted what fits.
void exchange_coaches(State& state, int activity, base::Rng& rng);

}  // namespace kontor::engine::timetable::moves
