#pragma once
#include <string>

#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::cli {

// The published plan in a few lines for a terminal: placed of asked, musts, distance to the bound,
// fairness by region.
std::string summary(const mission::Mission& mission, const mission::Plan& plan);

}  // namespace kontor::cli
