#pragma once
#include <cstdint>
#include <functional>
#include <optional>

#include "engine/breaks/problem.h"
#include "engine/breaks/sat.h"

namespace kontor::engine::breaks {

struct Answer {
  enum class Status { Optimal, Feasible, Infeasible, Unknown };
  Status status = Status::Unknown;
  std::optional<Schedule> schedule;
  int breaks = 0;  // of the schedule
  int bound = 0;   // no fair schedule has fewer breaks; means nothing when infeasible
};

// Called with each better answer and each better bound.
using OnBetter = std::function<void(const Answer&)>;

// The fewest breaks, proven, unless `stop` says true before. On two threads; `stop` is called by
// the calling one, `on_better` by both, never at once. Where it is not stopped, the same problem
// and seed give the same status, breaks, bound and schedule, whatever the threads' speed; only what
// `on_better` is told on the way depends on that.
Answer solve(const Problem& problem, const Stop& stop, std::uint64_t seed,
             const OnBetter& on_better = {});

}  // namespace kontor::engine::breaks
