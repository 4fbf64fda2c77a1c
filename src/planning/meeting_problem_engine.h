#pragma once
#include "engine/breaks/problem.h"
#include "mission/meeting_problem.h"

namespace kontor::planning {

// The engine's problem of `event` with numbers of breaks that differ by at most `fairness`.
engine::breaks::Problem to_breaks_problem(const mission::MeetingProblem& event, int fairness);

}  // namespace kontor::planning
