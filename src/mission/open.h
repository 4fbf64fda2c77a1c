#pragma once
#include "mission/place.h"

namespace kontor::mission {

// Whether one of `openings` covers the minutes from `from` on; without any it is always open.
bool is_open(const std::vector<Opening>& openings, base::LocalDateTime from, int minutes);

// Whether both the room and its venue are open.
bool is_open(const Venue& venue, const Room& room, base::LocalDateTime from, int minutes);

}  // namespace kontor::mission
