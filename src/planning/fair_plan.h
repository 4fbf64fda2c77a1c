#pragma once
#include <cstdint>

#include "engine/fair/solve.h"
#include "mission/fair_plan.h"

namespace kontor::planning {

// What the plan file of a fair says of `answer`, which must have a plan.
mission::FairPlan plan_of(const engine::fair::Problem& problem, const engine::fair::Answer& answer,
                          std::uint64_t seed);

// "optimal", "feasible", "unknown" or "infeasible".
const char* status_word(engine::fair::Answer::Status status);

}  // namespace kontor::planning
