#include "engine/timetable/solve.h"

#include "base/check.h"
#include "engine/timetable/allocate.h"
#include "engine/timetable/coaches.h"
#include "engine/timetable/construct.h"
#include "engine/timetable/price_search.h"
#include "engine/timetable/search.h"
#include "engine/timetable/tables.h"

namespace kontor::engine::timetable {

namespace {

constexpr int chapters = 100;             // each ends with a look at `stop` and a report
constexpr int iterations_per_price = 60;  // moves for one step of the prices
// Losses of energy accepted: six points at first, falling by the square over the first half of the
// chapters; then of two breaks, so that fairness and breaks settle.
constexpr std::int64_t first_threshold = 12'000;
constexpr std::int64_t settling_threshold = 8;

std::int64_t threshold(int chapter) {
  const std::int64_t left = chapters / 2 - chapter;
  if (left > 0) return first_threshold * left * left / (chapters / 2) / (chapters / 2);
  return settling_threshold * (chapters - 1 - chapter) / chapters;
}

Progress progress(const Problem& problem, const Search& search, const PriceSearch& prices,
                  int chapter) {
  Progress out{search.best_worth().points, prices.bound(), 0, 0, chapter * 1000 / chapters};
  const Solution& best = search.best();
  for (std::size_t m = 0; m < problem.meetings.size(); ++m)
    if (best.meetings[m].slot >= 0) {
      out.musts_placed += problem.meetings[m].musts;
      out.wishes_placed += problem.meetings[m].asked_first + problem.meetings[m].asked_second;
    }
  for (std::size_t w = 0; w < problem.attendances.size(); ++w)
    if (best.attends[w]) {
      out.musts_placed += problem.attendances[w].musts;
      ++out.wishes_placed;
    }
  return out;
}

}  // namespace

Result solve(const Problem& problem, const Options& options, const std::function<bool()>& stop,
             const std::function<void(const Progress&)>& on_progress) {
  const Grid grid = make_grid(problem);
  base::Rng rng(options.seed);
  State state = construct_best(problem, grid, rng);
  const Relaxation relaxation = relax(problem, grid);
  Search search(state, rng.split(1));
  PriceSearch prices(relaxation);
  const int moves = options.iterations / chapters;
  for (int chapter = 0; chapter <= chapters; ++chapter) {
    if (chapter == chapters) search.complete();
    if (on_progress) on_progress(progress(problem, search, prices, chapter));
    if (chapter == chapters || (stop && stop())) break;
    search.run(moves, threshold(chapter));
    prices.run(moves / iterations_per_price + 1, search.best_worth().points);
  }
  search.complete();
  allocate(state, rng);
  Result out{state.solution(), state.worth(), prices.bound(), prices.prices(), 0};
  CHECK(out.bound >= out.worth.points);
  assign_coaches(problem, out.solution);
  out.table_changes = assign_tables(problem, grid, out.solution);
  return out;
}

}  // namespace kontor::engine::timetable
