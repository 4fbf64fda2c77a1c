#pragma once
#include "base/rng.h"
#include "engine/timetable/state.h"

namespace kontor::engine::timetable::moves {

// Move "exchange_activities": an activity that is not held is, in `option`, and one that shares its
// people or room and stood in its way is not, unless another of its own options is possible then.
// No fewer activities are held afterwards.

// The activities that share with `activity` somebody whom they require or a rule may choose, or a
// room.
std::vector<int> rivals(const Problem& problem, int activity);

// Holds `activity`, instead of `other` where that is not -1. False where it cannot be held even so;
// the caller rolls back then.
bool exchange_activities(State& state, int activity, int option, int other, base::Rng& rng);

}  // namespace kontor::engine::timetable::moves
