#pragma once
#include <functional>
#include <limits>
#include <vector>

#include "engine/timetable/repair/setting.h"

namespace kontor::engine::timetable {

// What the search for company may do, and what it did.
struct CompanySearch {
  int budget = std::numeric_limits<int>::max();  // people disturbed, at most
  std::vector<char> disturbed;  // people who are in any case; empty: do not count at all
  // Who may be more useful elsewhere; empty: nobody. Where they were chosen before, others are
  // tried too, and where they came along for guests, what is without them.
  std::vector<char> stuck;
  bool guests_may_leave = false;  // try to do without company that came for guests
  int most_steps = 0;

  int steps = 0;
  int next_budget = std::numeric_limits<int>::max();  // that would have found more
  bool truncated = false;                             // there may be more within the budget
};

// Shows each company whom rules of protocol may call to the activities held in `options`, besides
// those whom these name: everybody chosen by at_least_one_of before stays where they can, unless
// they are stuck, and where nobody is chosen anybody who can come is; whoever is bound to come
// brings along whom always_with asks for. `visit` says whether to go on.
void for_each_company(const Task& task, const std::vector<int>& options, CompanySearch& search,
                      const std::function<bool(const std::vector<Duty>&)>& visit);

// Activities held in `options` for which, taken together, nobody of an at_least_one_of rule can
// come, or no company for them: one of them must be elsewhere or not be held. A minimal set, by
// deletion; empty: there is none.
std::vector<int> without_company(const Task& task, std::vector<int> options);

}  // namespace kontor::engine::timetable
