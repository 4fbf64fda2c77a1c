#pragma once
#include "base/rng.h"
#include "engine/timetable/state.h"

namespace kontor::engine::timetable::moves {

// Move "move_activity": an activity takes another start or room. Whoever can come along does, the
// wishes in the way of its required people give way, and all these are granted anew where they fit.

// Whether `activity` may move to `option`, or be held in it: its room is free, those who must come
// are present, on no other duty and kept away by no rule of protocol.
bool supports_move(const State& state, int activity, int option);

void move_activity(State& state, int activity, int option, base::Rng& rng);

}  // namespace kontor::engine::timetable::moves
