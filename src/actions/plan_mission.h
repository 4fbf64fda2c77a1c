#pragma once
#include <functional>

#include "actions/context.h"
#include "actions/outcome.h"
#include "store/stored.h"

namespace kontor::planning {
struct Options;
struct Progress;
}  // namespace kontor::planning

namespace kontor::actions {

// Plans the served mission on the calling thread and stores the result, with the curve of value
// and bound, as its draft. `stop` is asked often; once it says true the best plan so far is taken.
// Refused: Denied, Conflict no_mission; Conflict input_changed where another mission was loaded
// meanwhile (nothing is stored then).
Outcome<store::StoredPlan> plan_mission(
    Context& context, const mission::Acting& acting, const planning::Options& options,
    const std::function<bool()>& stop,
    const std::function<void(const planning::Progress&)>& on_progress);

}  // namespace kontor::actions
