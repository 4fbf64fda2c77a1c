#pragma once
#include "engine/timetable/grid.h"
#include "engine/timetable/solution.h"
#include "mission/mission.h"
#include "mission/plan.h"
#include "planning/translate.h"

namespace kontor::planning {

// Activities, attendances and meetings of `solution`, sorted; nothing else of a plan.
mission::Plan outline(const mission::Mission& mission, const Translation& translation,
                      const engine::timetable::Grid& grid,
                      const engine::timetable::Solution& solution);

// `solution` in the mission's words: a plan with everything but seed, input hash, bound and
// certificate.
mission::Plan assemble(const mission::Mission& mission, const Translation& translation,
                       const engine::timetable::Grid& grid,
                       const engine::timetable::Solution& solution,
                       const engine::timetable::Worth& worth);

// The same as another plan of the input of `before` that gives up none of its activities: its bound
// and the prices that prove it are of all plans of that input, and the certificate only states
// another value.
mission::Plan revise(const mission::Mission& mission, const Translation& translation,
                     const engine::timetable::Grid& grid,
                     const engine::timetable::Solution& solution,
                     const engine::timetable::Worth& worth, const mission::Plan& before);

}  // namespace kontor::planning
