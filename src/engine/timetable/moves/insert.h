#pragma once
#include "base/rng.h"
#include "engine/timetable/state.h"

namespace kontor::engine::timetable::moves {

// Move "insert": grants one wish where that costs least, removes the wishes in its way, and grants
// those elsewhere if they fit, or who lost an attendance another one, up to `depth` links of such a
// chain (ejection chains: Glover, Discrete Applied Mathematics 65, 1996).

// Grants `item` without removing anything; false, and nothing changed, where it does not fit.
bool insert_free(State& state, Item item, base::Rng& rng);

// Grants `item` at whatever cost the rules allow; false where a duty or absence forbids it.
bool insert(State& state, Item item, int depth, base::Rng& rng);

// The weight that granting `item` would cost at least; OnePlaceAtATime::impossible or more where
// nothing helps.
std::int64_t cost_of_granting(const State& state, Item item);

}  // namespace kontor::engine::timetable::moves
