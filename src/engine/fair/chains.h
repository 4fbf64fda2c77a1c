#pragma once
#include <vector>

#include "engine/fair/timetable.h"

namespace kontor::engine::fair {

// Kempe chains: the meetings of two slots that hang together by shared seats. Exchanging the two
// slots for a whole chain keeps every seat at one meeting a slot (Kempe 1879; for timetables:
// Lewis, "A survey of metaheuristic-based techniques for university timetabling problems", OR
// Spectrum 30, 2008).

// The chain that starts at `seat`, which is taken in `from` and free in `to`. Empty when it cannot
// be exchanged: a meeting of it may not be in the other slot, or it ends at a seat of `avoided`.
std::vector<int> path_from(const Timetable& timetable, int seat, int from, int to, int avoided);

// The chain of `meeting`, in its slot, with slot `other`; empty when it cannot be exchanged.
std::vector<int> chain_of(const Timetable& timetable, int meeting, int other);

// How many more of the slots' tables `chain` takes in `t` than in `u`.
int surplus(const Timetable& timetable, const std::vector<int>& chain, int t, int u);

// Exchanges the slots `t` and `u` of `chain` if tables and precedences allow it. `strict_tables`
// false lets a slot have more meetings than tables.
bool try_swap(Timetable& timetable, const std::vector<int>& chain, int t, int u,
              bool strict_tables = true);

}  // namespace kontor::engine::fair
