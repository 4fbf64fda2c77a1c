#pragma once
#include <vector>

#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::planning {

// Why each ungranted wish of `mission` is not in `plan`, in the mission's order; looks at the
// plan's activities, attendances and meetings only. The cause is one that alone stands in the way,
// the first in the order of mission::Cause: undone, the wish fits without moving anything else.
// Where two or more stand in the way together, it is the first that is true. `details` name
//   forbidden_by_never     the other organisation
//   forbidden_by_rule      the rules of protocol
//   not_available, activity_full, coaches_full, activity_not_placed, not_eligible
//                          the activity, or nothing
//   clashes_with_activity  the activities in the way
//   clashes_with_meetings  the organisations whose meetings are in the way
//   tables_full            the sessions that lack a table
std::vector<mission::Unplaced> explain(const mission::Mission& mission, const mission::Plan& plan);

}  // namespace kontor::planning
