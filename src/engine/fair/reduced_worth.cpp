#include "engine/fair/reduced_worth.h"

#include <algorithm>
#include <limits>

namespace kontor::engine::fair {

double reduced_worth(const Timetable& timetable, const Prices& prices, int meeting) {
  const Meeting& it = timetable.problem().meetings[meeting];
  const auto price = [&](int p, int t) {
    return prices.time.empty() ? 0 : prices.time[std::size_t(p) * timetable.slots() + t];
  };
  std::int64_t cheapest = std::numeric_limits<std::int64_t>::max();
  for (int t = 0; t < timetable.slots(); ++t)
    if (timetable.may_be_in(meeting, t))
      cheapest = std::min(
          cheapest, price(it.first, t) + price(it.second, t) + (it.host < 0 ? prices.table[t] : 0));
  return static_cast<double>(timetable.worth_of(meeting)) * price_scale -
         static_cast<double>(prices.participant[it.first]) -
         static_cast<double>(prices.participant[it.second]) - static_cast<double>(cheapest);
}

}  // namespace kontor::engine::fair
