#pragma once
#include <cstdint>
#include <vector>

#include "engine/fair/timetable.h"

namespace kontor::engine::fair {

// Slots as bits.
using SlotSet = std::vector<std::uint64_t>;

// Slots of a participant to which more of its open meetings are bound than it has seats there,
// because the others are absent otherwise: visitors of one day crowd the day.
struct CrowdedSet {
  SlotSet slots;
  int room = 0;     // free seats there
  int parent = -1;  // the least set of the list that contains this one; -1: none
};

// The slots in which both participants of `meeting` have a seat free, and there is a table.
SlotSet common_slots(const Timetable& timetable, int meeting);

// For each participant crowded sets of which any two are disjoint or nested, larger ones first; the
// most crowded are preferred. `open` are the meetings to choose from.
std::vector<std::vector<CrowdedSet>> crowded_sets(const Timetable& timetable,
                                                  const std::vector<int>& open);

// The place in `sets` of the least one that contains `slots`; -1 for none.
int least_containing(const std::vector<CrowdedSet>& sets, const SlotSet& slots);

}  // namespace kontor::engine::fair
