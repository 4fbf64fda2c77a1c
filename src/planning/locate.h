#pragma once
#include "engine/timetable/solution.h"
#include "mission/plan.h"
#include "planning/translate.h"

namespace kontor::planning {

// `plan` as a solution of `translation`; whatever of it has no counterpart there is left out.
engine::timetable::Solution locate(const mission::Mission& mission, const Translation& translation,
                                   const mission::Plan& plan);

}  // namespace kontor::planning
