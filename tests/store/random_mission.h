#pragma once
#include <string>

#include "base/rng.h"
#include "mission/mission.h"
#include "store/stored.h"

namespace kontor::store {

// Missions and plans whose every field is drawn at random: texts with quotes, line ends,
// backslashes and letters of several scripts, lists of any length, every word of a vocabulary.
// Keys are unique; nothing else makes sense.
mission::Mission random_mission(base::Rng& rng, const std::string& key);
StoredPlan random_plan(base::Rng& rng, const std::string& mission_key, int version);

}  // namespace kontor::store
