#pragma once
#include <vector>

#include "planning/disrupt.h"

namespace kontor::planning {

// `activity` starts then and at no other time.
void start_at(mission::Activity& activity, base::LocalDateTime starts_at);

// The holder of `office` comes `minutes` late to their next activity. Shifted: that one starts so
// much later, and what follows for anybody who must be at a shifted one by as much as they need to
// get there, in steps of five minutes. WithoutOffice: what begins before the holder can be there
// takes place without the office. None where nothing is ahead.
std::vector<Disrupted> delay(const Workbench& bench, const mission::Office& office, int minutes,
                             base::Instant now);

}  // namespace kontor::planning
