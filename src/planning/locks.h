#pragma once
#include <vector>

#include "planning/replan.h"

namespace kontor::planning {

// Adds `locks` to what the engine is asked for. A lock on what is not in the plan is an issue
// "not_in_plan".
void add_locks(const Workbench& bench, const Ground& ground,
               const std::vector<mission::Lock>& locks, engine::timetable::RepairDemand& demand,
               base::Issues& issues);

// Whether the plan has what `lock` names.
bool is_in_plan(const mission::Plan& plan, const mission::Lock& lock);

}  // namespace kontor::planning
