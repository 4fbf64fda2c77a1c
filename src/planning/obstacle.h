#pragma once
#include <vector>

#include "base/time.h"
#include "engine/timetable/causes.h"
#include "mission/mission.h"
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

// An obstacle that speaks of an activity alone.
Obstacle about(mission::ObstacleKind kind, const mission::ActivityId& activity);

Obstacle in_mission_terms(const Situation& situation, const engine::timetable::Obstacle& obstacle);

}  // namespace kontor::planning
