#pragma once
#include <string_view>
#include <vector>

#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::planning {

// The rule by which places that are too few are given, and waiting lists ordered
// (engine/timetable/rules/turns.h), in a sentence.
inline constexpr std::string_view rule_of_turns =
    "a must before a want and a dearer want first; among equals the region with the fewest places "
    "there, then the size of company with the fewest, then the organisation with the fewest, then "
    "who registered first";

// Who waits for a place of each activity of `plan`: those whose wish it leaves out with cause
// activity_full or coaches_full, in the order of their turns after those who have places.
std::vector<mission::Waiting> waiting_lists(const mission::Mission& mission,
                                            const mission::Plan& plan);

}  // namespace kontor::planning
