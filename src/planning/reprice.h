#pragma once
#include "engine/timetable/bound.h"
#include "mission/mission.h"
#include "mission/plan.h"
#include "planning/translate.h"

namespace kontor::planning {

struct Repriced {
  std::int64_t bound = 0;
  engine::timetable::Prices<std::int64_t> prices;
};

// A bound that is proven for every plan of `mission` by the prices of the certificate of `before`,
// a plan of an earlier state of it: any prices prove a bound, and those of a plan that differs
// little prove a good one. Where the certificate cannot be read there are no prices.
Repriced reprice(const mission::Plan& before, const mission::Mission& mission,
                 const Translation& translation, const engine::timetable::Grid& grid);

}  // namespace kontor::planning
