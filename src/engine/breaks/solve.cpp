#include "engine/breaks/solve.h"

#include <algorithm>

#include "engine/breaks/encoding.h"
#include "engine/breaks/presolve.h"

namespace kontor::engine::breaks {

namespace {

// Raises the number of breaks allowed from the bound until a schedule exists.
class Search {
 public:
  Search(const Problem& problem, const Stop& stop, std::uint64_t seed, const OnBetter& on_better)
      : stop_(stop), on_better_(on_better), presolved_(presolve(problem)) {
    if (presolved_.infeasible) return;
    encoding_ = encode(problem, presolved_);
    std::vector<Literal> avoidable;
    for (int p = 0; p < problem.participants; ++p)
      for (std::size_t k = presolved_.fewest_breaks[p]; k < encoding_.breaks[p].size(); ++k)
        avoidable.push_back(encoding_.breaks[p][k]);
    more_ = encoding_.formula.count(avoidable, static_cast<int>(avoidable.size()), false);
    sat_.set("seed", static_cast<int>(seed % 1000000));
    sat_.take(encoding_.formula);
  }

  Answer run() {
    answer_.bound = presolved_.bound;
    if (presolved_.infeasible || try_with({}) == Sat::Answer::No)
      answer_.status = Answer::Status::Infeasible;
    else if (answer_.status == Answer::Status::Feasible)
      raise_bound();
    return answer_;
  }

 private:
  Sat::Answer try_with(std::vector<Literal> assumptions) {
    const Sat::Answer result = sat_.solve(assumptions, -1, stop_);
    if (result != Sat::Answer::Yes) return result;
    answer_.schedule = encoding_.schedule([&](Literal literal) { return sat_.holds(literal); });
    answer_.breaks = presolved_.bound;
    for (const std::vector<Literal>& breaks : encoding_.breaks)
      answer_.breaks += static_cast<int>(
          std::ranges::count_if(breaks, [&](Literal literal) { return sat_.holds(literal); }));
    for (const int fewest : presolved_.fewest_breaks) answer_.breaks -= fewest;
    answer_.status = Answer::Status::Feasible;
    report();
    return result;
  }

  void raise_bound() {
    while (answer_.bound < answer_.breaks) {
      const Sat::Answer result = try_with({-more_[answer_.bound - presolved_.bound]});
      if (result == Sat::Answer::Unknown) return;
      if (result == Sat::Answer::No) ++answer_.bound;
      if (result == Sat::Answer::No) report();
    }
    answer_.status = Answer::Status::Optimal;
  }

  void report() {
    if (on_better_) on_better_(answer_);
  }

  const Stop& stop_;
  const OnBetter& on_better_;
  Presolved presolved_;
  Encoding encoding_;
  std::vector<Literal> more_;
  Sat sat_;
  Answer answer_;
};

}  // namespace

Answer solve(const Problem& problem, const Stop& stop, std::uint64_t seed,
             const OnBetter& on_better) {
  return Search(problem, stop, seed, on_better).run();
}

}  // namespace kontor::engine::breaks
