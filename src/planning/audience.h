#pragma once
#include "mission/mission.h"

namespace kontor::planning {

// Who may or must be where, apart from time.

// Whether `person` takes part in the city of `leg`.
bool takes_part(const mission::Person& person, const mission::LegId& leg);

// Whether `person` may sit at B2B meetings of their organisation: everybody but principals.
bool may_sit(const mission::Person& person);

// Whether `person` takes the coach to activities that are reached by coach: those who travel with
// the mission do; principals, hosts, counterparts and officials come on their own.
bool takes_coach(const mission::Person& person);

// Whether the audience rule of `activity` lets `person` attend: the lists for kind, region and
// sector hold for their organisation, and they take part in its city.
bool eligible(const mission::Mission& mission, const mission::Person& person,
              const mission::Activity& activity);

// Whether `person` is among those whom "the whole delegation" means at `activity`: eligible, and of
// an organisation of the delegation or a public official of none.
bool belongs_to_everyone(const mission::Mission& mission, const mission::Person& person,
                         const mission::Activity& activity);

// Whether `b` rather than `a` is named first in a meeting: the delegation's side is.
bool second_side(const mission::Organisation& a, const mission::Organisation& b);

}  // namespace kontor::planning
