#pragma once
#include <vector>

#include "engine/timetable/problem.h"
#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::planning {

// The presence of everybody in `plan` whom arrives_last, leaves_first or guests_in_place ask to
// come early or stay late, and of coaches that therefore leave early or return late; by activity,
// then person. To be found in the whole mission: a reader's copy names neither the rules nor whom
// they wait for. What the plan names and the mission does not know is left out.
std::vector<mission::Presence> presence(const mission::Mission& mission, const mission::Plan& plan);

// The same with the mission's translation at hand.
std::vector<mission::Presence> presence(const mission::Mission& mission,
                                        const engine::timetable::Problem& problem,
                                        const mission::Plan& plan);

// That of a person at an activity, or of its coaches; zeros where nothing is asked.
mission::Presence presence_of(const mission::Plan& plan, const mission::ActivityId& activity,
                              const mission::PersonId& person);

}  // namespace kontor::planning
