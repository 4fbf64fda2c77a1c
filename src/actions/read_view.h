#pragma once
#include <memory>

#include "actions/context.h"
#include "actions/outcome.h"
#include "actions/view.h"

namespace kontor::actions {

// What `acting` may know of the served mission and its published plan. Refused: Denied where the
// mission itself is hidden from them, Conflict no_mission. Cheap: one small query, and from
// context.views for all readers of equal role, agency, organisation and person.
Outcome<std::shared_ptr<const View>> read_view(Context& context, const mission::Acting& acting);

// The same with an earlier published version in the place of the plan, of today's facts; sums are
// those of today. Refused as read_view, and Missing for a version that is not there.
Outcome<std::shared_ptr<const View>> read_view_at(Context& context, const mission::Acting& acting,
                                                  int version);

}  // namespace kontor::actions
