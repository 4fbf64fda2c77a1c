#pragma once
#include <vector>

#include "base/time.h"
#include "mission/mission.h"
#include "mission/plan.h"
#include "planning/situation.h"

namespace kontor::planning {

// One true fact that stands in the way of a wish. Which keys are set depends on its kind, see
// mission::ObstacleKind; times are on the clock of the city.
struct Obstacle {
  mission::ObstacleKind kind = mission::ObstacleKind::NotAvailable;
  mission::PersonId person;
  mission::OrganisationId organisation;
  mission::OrganisationId other;
  mission::ActivityId activity;
  mission::SessionId session;
  mission::LegId leg;
  mission::WishId never;
  mission::RuleId rule;
  base::LocalDateTime from{};
  base::LocalDateTime to{};

  auto operator<=>(const Obstacle&) const = default;
};

using Obstacles = std::vector<Obstacle>;

// Why a wish is not granted: minimal sets of obstacles. Without one whole set the wish could be
// granted with nothing else moved; without a part of it, it could not. An empty set says that
// nothing stands in the way.
struct Why {
  bool granted = false;           // then there are no causes
  Obstacles causes;               // the set that is easiest to undo
  std::vector<Obstacles> others;  // the other minimal sets, the easier first
};

// How much of mission and plan somebody knows who asks.
enum class Knowledge {
  All,
  Some,  // from redacted copies: says only what these show, and NotAvailable where they show
         // nothing. As it looks at nothing else, it cannot tell of what was redacted.
};

// Asks for the wish of this number in the mission's list; a never is "granted".
Why why(const Situation& situation, int wish, Knowledge knowledge);

// The wishes that are not granted, nevers apart, by their number.
std::vector<int> open_wishes(const Situation& situation);

}  // namespace kontor::planning
