#include "engine/timetable/raise.h"

#include <algorithm>

#include "engine/timetable/price_search.h"
#include "engine/timetable/replay.h"
#include "engine/timetable/search.h"
#include "engine/timetable/tables.h"

namespace kontor::engine::timetable {

namespace {

constexpr int chapters = 40;
constexpr std::int64_t first_threshold = 12'000;  // of energy, as in solve.cpp
constexpr std::int64_t last_threshold = 8;
constexpr int price_steps = 40;  // between looks at `stop`
constexpr int price_chapters = 10;

// The problem with the wishes of `group` alone, each worth a point; counts in `granted` those that
// `solution` grants.
Problem of_group(const Problem& problem, const Group& group, const Solution& solution,
                 std::int64_t& granted) {
  std::vector<char> belongs(problem.seats.size(), 0);
  for (const int organisation : group.organisations) belongs[organisation] = 1;
  Problem out = problem;
  out.meetings.clear();
  out.attendances.clear();
  for (std::size_t m = 0; m < problem.meetings.size(); ++m) {
    MeetingWish wish = problem.meetings[m];
    wish.points = belongs[wish.first] * wish.asked_first + belongs[wish.second] * wish.asked_second;
    if (wish.points == 0) continue;
    out.meetings.push_back(wish);
    if (solution.meetings[m].slot >= 0) granted += wish.points;
  }
  for (std::size_t w = 0; w < problem.attendances.size(); ++w) {
    AttendanceWish wish = problem.attendances[w];
    const int organisation = problem.people[wish.person].organisation;
    if (organisation < 0 || !belongs[organisation]) continue;
    wish.points = 1;
    out.attendances.push_back(wish);
    if (solution.attends[w]) ++granted;
  }
  return out;
}

}  // namespace

Raised raise_shares(const Problem& problem, const Solution& before, const Options& options,
                    const std::function<bool()>& stop) {
  const Grid grid = make_grid(problem);
  State state(problem, grid);
  replay(state, before);
  Search search(state, base::Rng(options.seed).split(2));
  for (int chapter = 0; chapter < chapters && !(stop && stop()); ++chapter) {
    const std::int64_t left = chapters / 2 - chapter;
    search.run(options.iterations / chapters,
               left > 0 ? first_threshold * left * left / (chapters / 2) / (chapters / 2)
                        : last_threshold);
  }
  search.complete();
  Raised out{search.best(), search.best_worth()};
  assign_tables(problem, grid, out.solution);
  return out;
}

int most_granted(const Problem& problem, const Solution& solution, const Group& group,
                 const std::function<bool()>& stop) {
  std::int64_t value = 0;
  const Problem counting = of_group(problem, group, solution, value);
  if (counting.meetings.empty() && counting.attendances.empty()) return 0;
  const Grid grid = make_grid(counting);
  std::vector<char> held;
  for (const int option : solution.options) held.push_back(option >= 0 ? 1 : 0);
  const Relaxation relaxation = relax(counting, grid, held);
  PriceSearch prices(relaxation, value);
  for (int k = 0; k < price_chapters && !(stop && stop()); ++k) {
    prices.run(price_steps, value);
    if (prices.bound() <= value) break;
  }
  return static_cast<int>(bound(relaxation, prices.prices()) / price_scale);
}

}  // namespace kontor::engine::timetable
