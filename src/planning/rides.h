#pragma once
#include <vector>

#include "base/time.h"
#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::planning {

// A coach that takes passengers to a placed activity and back, on the clock of its city: the line
// of a manifest.
struct Ride {
  mission::ActivityId activity;
  mission::CoachId coach;
  mission::VenueId boards_at;
  base::LocalDateTime departs_at;
  base::LocalDateTime returns_at;
  std::vector<mission::PersonId> passengers;  // in the order of the plan

  bool operator==(const Ride&) const = default;
};

// All rides of `plan`, by departure, then coach; early and late as its `presence` says. What
// `mission`, which may be a reader's copy, does not know is left out.
std::vector<Ride> rides(const mission::Mission& mission, const mission::Plan& plan);

// Minutes from one venue to another with the buffer, 0 within one; empty: a host's own place.
int way_minutes(const mission::Mission& mission, const mission::VenueId& from,
                const mission::VenueId& to);

}  // namespace kontor::planning
