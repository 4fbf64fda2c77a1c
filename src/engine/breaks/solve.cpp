#include "engine/breaks/solve.h"

#include "engine/breaks/presolve.h"
#include "engine/breaks/race.h"

namespace kontor::engine::breaks {

Answer solve(const Problem& problem, const Stop& stop, std::uint64_t seed,
             const OnBetter& on_better) {
  const Problem ordered = with_twins_in_order(problem);
  const Presolved presolved = presolve(ordered);
  if (presolved.infeasible) return {Answer::Status::Infeasible, std::nullopt, 0, presolved.bound};
  return Race(ordered, presolved, stop, seed, on_better).run();
}

}  // namespace kontor::engine::breaks
