#pragma once
#include <functional>

#include "engine/timetable/solve.h"

namespace kontor::engine::timetable {

// A timetable and what it is worth.
struct Raised {
  Solution solution;
  Worth worth;
};

// A timetable in which fewer wishes of the problem's groups are missing than in `before`, if the
// search finds one, at the least loss of points that it finds; the activities held stay held. The
// same moves as solve(), from `before` on. Ends early once `stop` says so.
Raised raise_shares(const Problem& problem, const Solution& before, const Options& options,
                    const std::function<bool()>& stop);

// An upper bound on the wishes of `group` that any timetable grants: the bound of bound.h with
// every wish of the group worth one point and no others, lowered by prices (price_search.h) towards
// `granted`, as many as some timetable is known to grant. It counts who can come at all, places,
// and what two wishes cannot both have.
int most_granted(const Problem& problem, const Group& group, int granted);

}  // namespace kontor::engine::timetable
