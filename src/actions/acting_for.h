#pragma once
#include "actions/context.h"
#include "base/issue.h"
#include "mission/acting.h"
#include "mission/mission.h"

namespace kontor::actions {

// `wanted` made whole from the mission: an adviser's agency must be an organisation of it, a
// delegate and a host take organisation and, where they have none, name from their person; the
// other roles act for nobody. Issues name agency, person or role.
base::Checked<mission::Acting> acting_for(const mission::Mission& mission,
                                          const mission::Acting& wanted);

}  // namespace kontor::actions
