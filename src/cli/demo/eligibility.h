#pragma once
#include "mission/mission.h"

namespace kontor::cli::demo {

// Whether `person` takes part in the leg.
bool comes_to(const mission::Person& person, const mission::LegId& leg);

// Whether the audience rule of `activity` admits people of `organisation`.
bool is_admitted(const mission::Activity& activity, const mission::Organisation& organisation);

// Whether people ask for places of `activity`: it has a time, a leg and a capacity and is neither
// for everybody nor of a kind that only offices and press attend.
bool has_places_to_ask_for(const mission::Activity& activity);

}  // namespace kontor::cli::demo
