#pragma once
#include <limits>

#include "base/rng.h"
#include "engine/fair/timetable.h"

namespace kontor::engine::fair {

enum class Tables { Strict, Soft };  // Soft: a slot may have more meetings than tables, for a while

// Holds `meeting` in a slot in which both have a seat free, next to other meetings of theirs in the
// same session where possible; else, in a slot where one of them is free after a Kempe chain has
// made room for the other. In a two-sided fair with everybody present such a chain always exists
// (König 1916). At most
// `most_tries` pairs of slots are tried for chains. False, and nothing changed, when there is none.
bool insert(Timetable& timetable, int meeting, base::Rng& rng, Tables tables,
            int most_tries = std::numeric_limits<int>::max());

// Exchanges chains between slots with more meetings than tables and slots with fewer, until none
// helps (de Werra, "Balanced schedules", INFOR 9, 1971), and then drops the least worthy meetings
// of slots that still have too many.
void balance(Timetable& timetable);

}  // namespace kontor::engine::fair
