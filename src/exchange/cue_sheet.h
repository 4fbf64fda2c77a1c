#pragma once
#include <string>

#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::exchange {

// The cue sheet of a ceremony of `mission` as plain text of at most 100 columns: when and where,
// which principals `plan` has there, and in the order of signing each agreement with its table and
// who stands where. Withdrawn agreements are left out. Says so where nothing is signed there.
std::string cue_sheet(const mission::Mission& mission, const mission::Plan& plan,
                      const mission::Activity& ceremony, base::Language language);

}  // namespace kontor::exchange
