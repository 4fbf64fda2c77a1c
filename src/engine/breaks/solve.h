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

// The fewest breaks, proven, unless `stop` says true before. Deterministic where it is not stopped.
Answer solve(const Problem& problem, const Stop& stop, std::uint64_t seed,
             const OnBetter& on_better = {});

}  // namespace kontor::engine::breaks
