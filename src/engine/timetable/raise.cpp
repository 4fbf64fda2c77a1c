#include "engine/timetable/raise.h"

#include <algorithm>

#include "engine/timetable/coaches.h"
#include "engine/timetable/price_search.h"
#include "engine/timetable/replay.h"
#include "engine/timetable/search.h"
#include "engine/timetable/tables.h"

namespace kontor::engine::timetable {

namespace {

constexpr int raising_chapters = 40;
constexpr std::int64_t raising_threshold = 12'000;  // of energy, as in solve.cpp
constexpr std::int64_t last_threshold = 8;
constexpr int price_steps = 400;

// The problem with the wishes of `group` alone, each worth a point.
Problem of_group(const Problem& problem, const Group& group) {
  std::vector<char> belongs(problem.seats.size(), 0);
  for (const int organisation : group.organisations) belongs[organisation] = 1;
  Problem out = problem;
  out.meetings.clear();
  out.attendances.clear();
  for (MeetingWish wish : problem.meetings) {
    wish.points = belongs[wish.first] * wish.asked_first + belongs[wish.second] * wish.asked_second;
    if (wish.points > 0) out.meetings.push_back(wish);
  }
  for (AttendanceWish wish : problem.attendances) {
    const int organisation = problem.people[wish.person].organisation;
    if (organisation < 0 || !belongs[organisation]) continue;
    wish.points = 1;
    out.attendances.push_back(wish);
  }
  return out;
}

}  // namespace

Raised raise_shares(const Problem& problem, const Solution& before, const Options& options,
                    const std::function<bool()>& stop) {
  const Grid grid = make_grid(problem);
  State state(problem, grid);
  replay(state, before);
  Search search(state, base::Rng(options.seed).split(2), Holding::Same);
  for (int chapter = 0; chapter < raising_chapters && !(stop && stop()); ++chapter) {
    const std::int64_t left = raising_chapters / 2 - chapter;
    search.run(
        options.iterations / raising_chapters,
        left > 0 ? raising_threshold * left * left / (raising_chapters / 2) / (raising_chapters / 2)
                 : last_threshold);
  }
  search.complete();
  Raised out{search.best(), search.best_worth()};
  assign_coaches(problem, out.solution);
  assign_tables(problem, grid, out.solution);
  return out;
}

int most_granted(const Problem& problem, const Group& group, int granted) {
  const Problem counting = of_group(problem, group);
  const Grid grid = make_grid(counting);
  const Relaxation relaxation = relax(counting, grid);
  PriceSearch prices(relaxation);
  prices.run(price_steps, granted);
  return static_cast<int>(prices.bound());
}

}  // namespace kontor::engine::timetable
