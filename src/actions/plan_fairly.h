#pragma once
#include <functional>
#include <string>

#include "actions/context.h"
#include "actions/outcome.h"
#include "planning/fairness_minimum.h"

namespace kontor::actions {

// What it would cost that no group stays below `percent` of the mean in the published plan; nothing
// is written. Refused: Denied, Conflict no_mission, no_plan or input_changed.
Outcome<planning::FairnessMinimum> price_minimum(Context& context, const mission::Acting& acting,
                                                 int percent, const std::function<bool()>& stop);

// The same, and the plan becomes the draft. Refused also: Issues where the reason is missing,
// Conflict not_as_announced where mission or plan changed meanwhile.
Outcome<planning::FairnessMinimum> plan_fairly(Context& context, const mission::Acting& acting,
                                               int percent, const std::string& reason,
                                               const std::function<bool()>& stop);

// "minimum 90 % attained; 3 wishes and 14 points lost", for the change log.
std::string in_short(const planning::FairnessMinimum& minimum);

}  // namespace kontor::actions
