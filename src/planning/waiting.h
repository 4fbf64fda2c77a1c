#pragma once
#include <vector>

#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::planning {

// Who waits for a place at each full activity of `plan`: those whose wish it leaves out with cause
// activity_full. Musts come first, then dearer wants, then people of organisations with a smaller
// share of their wishes granted, then the order of registration.
std::vector<mission::Waiting> waiting_lists(const mission::Mission& mission,
                                            const mission::Plan& plan);

}  // namespace kontor::planning
