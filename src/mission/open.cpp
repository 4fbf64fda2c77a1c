#include "mission/open.h"

#include <algorithm>

namespace kontor::mission {

bool is_open(const std::vector<Opening>& openings, base::LocalDateTime from, int minutes) {
  const base::LocalDateTime to = base::plus_minutes(from, minutes);
  return openings.empty() || std::ranges::any_of(openings, [&](const Opening& opening) {
           return !(from < opening.from) && !(opening.to < to);
         });
}

bool is_open(const Venue& venue, const Room& room, base::LocalDateTime from, int minutes) {
  return is_open(venue.opening_hours, from, minutes) && is_open(room.opening_hours, from, minutes);
}

}  // namespace kontor::mission
