#pragma once
#include <vector>

#include "mission/mission.h"
#include "mission/plan.h"
#include "planning/agenda.h"

namespace kontor::planning {

// What two plans of a mission differ in for one person.
struct Moved {
  mission::PersonId person;
  std::vector<Engagement> leaves;  // engagements of the first plan that the second has not
  std::vector<Engagement> takes;   // and the other way round

  bool operator==(const Moved&) const = default;
};

// Everybody whose agenda differs, by their key. Another room, table or person opposite counts too.
std::vector<Moved> difference(const mission::Mission& mission, const mission::Plan& before,
                              const mission::Plan& after);

}  // namespace kontor::planning
