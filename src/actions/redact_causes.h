#pragma once
#include "mission/acting.h"
#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::actions {

// Whether the reader may know everything that can stand in the way of a wish.
bool knows_every_cause(const mission::Acting& acting);

// Gives each wish that is not granted the cause that `seen_mission` and `seen_plan` show, redacted
// copies both, instead of the true one: where they show none it reads not_available. So the causes
// tell of nothing that was redacted.
void redact_causes(const mission::Mission& seen_mission, mission::Plan& seen_plan);

}  // namespace kontor::actions
