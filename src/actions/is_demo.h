#pragma once
#include "mission/mission.h"

namespace kontor::actions {

// Whether people or organisations of the mission are invented: only such a mission offers the demo
// sign-in.
bool is_demo(const mission::Mission& mission);

}  // namespace kontor::actions
