#pragma once
#include "base/rng.h"
#include "engine/timetable/state.h"

namespace kontor::engine::timetable::moves {

// Move "move_activity": an activity takes another start or room. Whoever can come along does, the
// wishes in the way of its required people give way, and all these are granted anew where they fit.

// Whether `activity` may move to `option`, or be held in it: its room is free, those who must come
// are present, on no other duty and kept away by no rule of protocol, and there are coaches for
// them.
bool supports_move(const State& state, int activity, int option);

// Gives a held activity without coaches what those bound to come need; possible where
// supports_move() said so.
void supply_duty(State& state, int activity);

void move_activity(State& state, int activity, int option, base::Rng& rng);

}  // namespace kontor::engine::timetable::moves
