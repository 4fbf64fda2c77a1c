#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::planning {

// How one group of the ledger (fairness.h) fares with and without the minimum.
struct GroupShare {
  std::string group_kind;
  std::string group;
  int asked = 0;
  int granted_before = 0;
  int granted = 0;
  bool below = false;  // the minimum with the plan
  // Of a group that is below: no plan that holds the same activities grants it more, proven by the
  // bound of engine/timetable/raise.h; else -1.
  int at_most = -1;
};

// What it costs that no group stays below a share of the mean. The mean is the share of all wishes
// of the delegation's organisations that the plan grants.
struct FairnessMinimum {
  int percent = 0;        // of the mean
  bool attained = false;  // by `plan`
  mission::Plan plan;
  std::vector<GroupShare> groups;  // in the ledger's order
  int wishes_lost = 0;             // granted before and no more, less those newly granted
  int musts_lost = 0;              // likewise
  std::int64_t points_lost = 0;    // negative: a better plan was found on the way
};

// Plans with the minimum, from `before` on, a plan of the same mission without it. It is kept
// where the search finds a plan that keeps it, whatever that costs, and the cheapest found; else
// `plan` misses the fewest wishes. Where `before` keeps it already, that is the plan.
FairnessMinimum plan_with_minimum(const mission::Mission& mission, const mission::Plan& before,
                                  int percent, int iterations, const std::function<bool()>& stop);

// Whether a group with so many wishes, so many of them granted, is below `percent` of the mean.
constexpr bool is_below(int percent, std::int64_t asked, std::int64_t granted,
                        std::int64_t all_asked, std::int64_t all_granted) {
  return 100 * granted * all_asked < percent * all_granted * asked;
}

}  // namespace kontor::planning
