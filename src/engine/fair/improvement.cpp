#include "engine/fair/improvement.h"

#include <algorithm>

#include "engine/fair/ejection.h"
#include "engine/fair/reduced_worth.h"

namespace kontor::engine::fair {

namespace {

constexpr int most_idle = 40;  // rounds in turn that gain nothing

bool keeps_promise(const Timetable& timetable, int meeting) {
  const Meeting& it = timetable.problem().meetings[meeting];
  return timetable.held(it.first) < timetable.problem().participants[it.first].least ||
         timetable.held(it.second) < timetable.problem().participants[it.second].least;
}

// Meetings that could close the gap: its part in musts and promises, and its part in wants.
std::vector<int> candidates(const Timetable& timetable, const Prices& prices, std::int64_t bound) {
  const std::int64_t gap = bound - timetable.value();
  const double all = static_cast<double>(gap) * price_scale;
  const double wants = static_cast<double>(gap % weights(timetable.problem()).must) * price_scale;
  std::vector<int> found;
  for (int m = 0; m < static_cast<int>(timetable.problem().meetings.size()); ++m) {
    if (timetable.slot_of(m) >= 0) continue;
    const bool first = timetable.problem().meetings[m].musts > 0 || keeps_promise(timetable, m);
    if (reduced_worth(timetable, prices, m) > -(first ? all : wants)) found.push_back(m);
  }
  std::stable_sort(found.begin(), found.end(),
                   [&](int a, int b) { return timetable.worth_of(a) > timetable.worth_of(b); });
  return found;
}

// Whether a must or promise is missing, or more than a two thousandth of the wants' points.
bool matters(const Timetable& timetable, std::int64_t bound) {
  const std::int64_t must = weights(timetable.problem()).must;
  const std::int64_t gap = bound - timetable.value();
  return gap >= must || gap * 2000 > must;
}

}  // namespace

void improve_value(Timetable& timetable, const Prices& prices, std::int64_t bound, int rounds,
                   base::Rng& rng, const Stop& stop) {
  Ejection ejection(timetable, rng);
  const std::int64_t some_work =
      50'000 + 10 * static_cast<std::int64_t>(timetable.problem().meetings.size());
  int idle = 0;
  for (int round = 0; round < rounds && idle < most_idle && timetable.value() < bound; ++round) {
    const std::int64_t before = timetable.value();
    const std::int64_t most_work = (matters(timetable, bound) ? 4 : 1) * some_work;
    for (const int m : candidates(timetable, prices, bound)) {
      if ((stop && stop()) || ejection.work() > most_work) return;
      if (timetable.slot_of(m) < 0) ejection.hold(m, Ejection::deepest, rng.chance(500) ? 0 : 1);
      timetable.forget();
      if (timetable.value() == bound) return;
    }
    idle = timetable.value() > before ? 0 : idle + 1;
  }
}

}  // namespace kontor::engine::fair
