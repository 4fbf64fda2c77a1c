#pragma once
#include "base/rng.h"
#include "engine/timetable/state.h"

namespace kontor::engine::timetable {

// A first timetable: activities by the strength of what binds them (a single start with required
// people, a single start, several starts by demand), the duties of duties.h, then wishes, dearest
// first, each where it fits.
void construct(State& state, base::Rng& rng);

// As construct(), the best of several where those whom at_least_one_of chose leave an activity out:
// they are drawn anew each time.
State construct_best(const Problem& problem, const Grid& grid, base::Rng& rng);

}  // namespace kontor::engine::timetable
