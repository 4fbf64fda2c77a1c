#pragma once
#include "cli/demo/settings.h"
#include "mission/mission.h"

namespace kontor::cli::demo {

// The mission of the demo: `facts` as they are, and everything missing to the sizes of `settings`
// made up and flagged so. Every draw comes from `settings.seed`, so equal arguments give equal
// missions. Legs and sectors are those of the facts; the first leg has the companies' first
// meetings, the last one their last.
mission::Mission complete(const mission::Mission& facts, const Settings& settings);

}  // namespace kontor::cli::demo
