#pragma once
#include <span>
#include <vector>

#include "engine/breaks/problem.h"

namespace kontor::engine::breaks {

// For each of several meetings of one participant the slots that it can have when all of them are
// held in different slots of their `domains`; all empty when that cannot be done (Regin, "A
// filtering algorithm for constraints of difference in CSPs", AAAI 1994). At most 64 meetings.
std::vector<SlotSet> possible_slots(std::span<const SlotSet> domains);

// Whether all the meetings can be held in different slots of their `domains`.
bool can_hold_all(std::span<const SlotSet> domains);

}  // namespace kontor::engine::breaks
