#pragma once
#include "actions/context.h"
#include "actions/outcome.h"
#include "store/stored.h"

namespace kontor::actions {

// Checks the draft independently of who made it and publishes it as the next version; older
// versions stay. Tells context.events. Refused: Denied, Conflict no_mission, no_draft,
// input_changed (the draft is of other facts than those stored), not_verified (with the faults as
// detail).
Outcome<store::PlanVersion> publish_plan(Context& context, const mission::Acting& acting);

}  // namespace kontor::actions
