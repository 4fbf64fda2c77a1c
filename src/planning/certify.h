#pragma once
#include <string>

#include "engine/timetable/bound.h"
#include "mission/mission.h"
#include "mission/plan.h"
#include "planning/translate.h"

namespace kontor::planning {

// The certificate of `plan`, which has its input hash, seed and score already: the prices that
// prove its bound, of what is scarce in `translation`, in the mission's words.
std::string certify(const mission::Mission& mission, const Translation& translation,
                    const engine::timetable::Grid& grid,
                    const engine::timetable::Prices<std::int64_t>& prices,
                    const mission::Plan& plan);

}  // namespace kontor::planning
