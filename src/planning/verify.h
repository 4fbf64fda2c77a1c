#pragma once
#include <string>

#include "base/issue.h"
#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::planning {

// Every fault of `plan` as a plan of `mission`, whose text has the hash `input_hash`; none: it
// holds. Trusts nothing that the search or its translation said and shares no code with them: reads
// the mission's own words, goes through everybody's days, rooms, tables and wishes, counts the
// score anew and adds up the bound from the prices of the certificate. Paths name the place in the
// plan: "person/P7", "activity/A3", "meeting/S1/4/2" (session, slot, table), "wish/W9",
// "score/value".
base::Issues verify(const mission::Mission& mission, const mission::Plan& plan,
                    const std::string& input_hash);

}  // namespace kontor::planning
