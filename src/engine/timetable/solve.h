#pragma once
#include <functional>

#include "engine/timetable/bound.h"
#include "engine/timetable/solution.h"

namespace kontor::engine::timetable {

struct Options {
  std::uint64_t seed = 1;
  int iterations = 40'000;  // of the search; the bound is improved in proportion
};

struct Progress {
  std::int64_t value = 0;
  std::int64_t bound = 0;
  int musts_placed = 0;
  int wishes_placed = 0;
  int permille_done = 0;
};

// A timetable, what it is worth, and the prices that prove the bound.
struct Result {
  Solution solution;
  Worth worth;
  std::int64_t bound = 0;
  Prices<std::int64_t> prices;
  int table_changes = 0;
};

// The best timetable that `options.iterations` moves lead to: threshold accepting (Dueck, Scheuer,
// Journal of Computational Physics 90, 1990) over the moves in moves/, while price_search.h lowers
// the bound. Ends early, with what there is, once `stop` says so; both functions may be empty.
// The same problem and options give the same result, if not stopped.
Result solve(const Problem& problem, const Options& options, const std::function<bool()>& stop,
             const std::function<void(const Progress&)>& on_progress);

}  // namespace kontor::engine::timetable
