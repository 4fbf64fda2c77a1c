#pragma once
#include <cstdint>
#include <functional>

#include "engine/fair/check.h"
#include "engine/fair/network.h"
#include "engine/fair/plan.h"

namespace kontor::engine::fair {

struct Options {
  std::uint64_t seed = 1;
  int rounds = 300;  // of improvement at most; each looks at every meeting
};

struct Progress {
  const char* step = "";  // what is done now, as a verb: "choosing meetings"
  std::int64_t value = 0;
  std::int64_t bound = 0;
  int permille_done = 0;
};

// A plan, what it is worth, and the prices that prove the bound.
struct Answer {
  // Optimal: all promises are kept and the value equals the bound. Feasible: they are kept.
  // Unknown: some are broken, which may have to be. Infeasible: no plan keeps all demands, see
  // conflicts.
  enum class Status { Optimal, Feasible, Unknown, Infeasible };
  Status status = Status::Feasible;
  Plan plan;
  Worth worth;
  std::int64_t bound = 0;
  Prices prices;
  // Most points of wants in any plan that grants as many musts and keeps as many promises; where
  // `bound` does not show it, because a must lies between value and bound, shown by `want_prices`
  // with `want_weights` for a must and a promise.
  std::int64_t want_bound = 0;
  Weights want_weights;
  Prices want_prices;
  // Lower bound of the breaks of plans that hold the same meetings; upper bound of the share that
  // everybody gets in a plan of this value.
  int breaks_bound = 0;
  Share worst_share_bound;
  // Infeasible: the contradictions (demands.h), and "promises" for a participant whose promise is
  // broken because not all can be kept together. There is a plan if nothing but promises is broken,
  // the one that comes nearest.
  std::vector<Violation> conflicts;
};

// Plans the fair: the most value (promises, then musts, then wants); among such plans the worst-off
// first, then few breaks, then few changes of table. In steps:
//   selection.h   what to hold and the bound, by flow   insertion.h  a slot for each, by chains
//   improvement.h more value where absences bind        worst_off.h  the worst-off first
//   breaks.h      fewer breaks                          tables.h     tables
// Ends early, with what there is, once `stop` says so; both functions may be empty. The same
// problem and options give the same answer, if not stopped.
Answer solve(const Problem& problem, const Options& options, const Stop& stop,
             const std::function<void(const Progress&)>& on_progress);

}  // namespace kontor::engine::fair
