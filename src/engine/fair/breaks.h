#pragma once
#include "base/rng.h"
#include "engine/fair/network.h"
#include "engine/fair/timetable.h"

namespace kontor::engine::fair {

// Breaks of `participant`: maximal runs of idle slots between two of its meetings; those between
// sessions count only if the problem says so.
int breaks_of(const Timetable& timetable, int participant);

// Fewer breaks at the same value: for everybody with breaks, moves the meetings at the ends of a
// run beside another run by exchanging Kempe chains, where that does not make more breaks for all
// together. At most `rounds` rounds; ends early when there is nothing to do or `stop` says so.
void reduce_breaks(Timetable& timetable, int rounds, base::Rng& rng, const Stop& stop);

}  // namespace kontor::engine::fair
