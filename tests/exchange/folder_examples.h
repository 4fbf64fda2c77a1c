#pragma once
#include <map>
#include <string>

#include "base/rng.h"
#include "mission/mission.h"

namespace kontor::exchange {

// A small valid mission folder in canonical spelling.
std::map<std::string, std::string> small_folder();

// A valid mission of random size whose texts hold quotes, commas, line ends, right-to-left letters
// and control characters.
mission::Mission random_mission(base::Rng& rng);

}  // namespace kontor::exchange
