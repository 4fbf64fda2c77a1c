#pragma once
#include <vector>

#include "base/issue.h"
#include "mission/disruption.h"
#include "planning/obstacle.h"
#include "planning/workbench.h"

namespace kontor::planning {

// What a move by hand does to the published plan while nothing else moves: what to show while
// something is dragged, before anybody asks what could give way to it (replan.h).
struct DragEffect {
  std::vector<mission::PersonId> people;  // whose engagements it alters, by key
  Obstacles broken;                       // what it conflicts with; empty: it fits as it is
  // Value of the plan if the wishes in its way are given up, those that can be, less its value now.
  std::int64_t value_gained = 0;
};

// Of an ActivityMoved, MeetingMoved or AttendanceMoved at `now`; issues where it names what is not
// there, not wished for, or over already, and for other disruptions.
base::Checked<DragEffect> try_drag(const Workbench& bench, const mission::Disruption& drag,
                                   base::Instant now);

}  // namespace kontor::planning
