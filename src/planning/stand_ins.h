#pragma once
#include <vector>

#include "mission/disruption.h"
#include "planning/workbench.h"

namespace kontor::planning {

// Somebody to meet instead of a partner who does not come, at the table that is free then.
struct StandIn {
  mission::OrganisationId waiting;  // whose partner does not come
  mission::OrganisationId partner;
  mission::SessionId session;
  int slot = 0;
  bool mutual = false;  // both wished it, not one of them
  std::int64_t value_gained = 0;

  bool operator==(const StandIn&) const = default;
};

inline constexpr std::size_t most_stand_ins = 3;

// Partners for whoever is left sitting by a no-show: of the wishes that the plan does not grant and
// no never rules out, those whose other side has somebody in that slot who can be there in time
// without giving up anything. Mutual wishes first, then the dearest, then by key; at most
// most_stand_ins. Empty where the person has no meeting there.
std::vector<StandIn> stand_ins(const Workbench& bench, const mission::NoShow& no_show);

}  // namespace kontor::planning
