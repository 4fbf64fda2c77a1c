#pragma once
#include <string>
#include <string_view>

#include "mission/fair_plan.h"
#include "mission/fair_problem.h"

namespace kontor::exchange {

// The plan file of a fair (docs/fair-file.md): figures, meetings, prices, and at its end
// `fair_text`, the bytes of the fair file that it was made from, so that it can be re-added alone.
std::string write_fair_plan(const mission::Fair& fair, const mission::FairPlan& plan,
                            std::string_view fair_text);

}  // namespace kontor::exchange
