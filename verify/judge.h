#pragma once
#include "schedule.h"

namespace kontor_verify {
// Goes through everything that docs/plan-file.md lists under "What is re-added".
void judge(const Mission& mission, PlanText& text, Report& report);
// The bound that the plan's prices prove.
std::int64_t bound(const Schedule& schedule);
}  // namespace kontor_verify
