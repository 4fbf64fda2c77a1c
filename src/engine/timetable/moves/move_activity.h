#pragma once
#include "base/rng.h"
#include "engine/timetable/state.h"

namespace kontor::engine::timetable::moves {

// Move "move_activity": an activity takes another start or room. Its required people come along,
// the others as duties.h has it: whoever can, and those no longer busy there go where they are
// expected otherwise. The wishes in the way give way, and all these are granted anew where they
// fit.

// Whether `activity` may move to `option`, or be held in it: its room is free, those who must come
// are present, on no other duty, and kept away by no rule of protocol, and there are coaches for
// them. Once it is held, what they attend with everyone alone does not count.
bool supports_move(const State& state, int activity, int option);
// The same where `except` leaves the room.
bool supports_move(const State& state, int activity, int option, int except);

// False where a rule of protocol would no longer find somebody, or those who must sit apart no
// coaches; the caller rolls back then.
bool move_activity(State& state, int activity, int option, base::Rng& rng);

// Two held activities take each other's start and room: `activity` goes to `option`, in whose room
// `other` is, and `other` where that was. False where one of them cannot; the caller rolls back
// then.
bool swap_activities(State& state, int activity, int option, int other, base::Rng& rng);

// Grants what is wished of `activity`, the dearest first, and then of `removed` what fits.
void grant_anew(State& state, int activity, const std::vector<Item>& removed, base::Rng& rng);

}  // namespace kontor::engine::timetable::moves
