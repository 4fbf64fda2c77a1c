#pragma once
#include <array>
#include <barrier>
#include <functional>
#include <optional>

#include "engine/breaks/presolve.h"
#include "engine/breaks/question.h"
#include "engine/breaks/solve.h"

namespace kontor::engine::breaks {

// Two searches side by side: the prover raises the bound from below, the finder looks for schedules
// a step above it. They advance in rounds of equally many steps of CaDiCaL and exchange bounds only
// between rounds, so that nothing depends on which of them is the faster; only `stop` does.
class Race {
 public:
  Race(const Problem& problem, const Presolved& presolved, const Stop& stop, std::uint64_t seed,
       const OnBetter& on_better);

  Answer run();

 private:
  struct Runner {
    Style style = Style::Prove;
    bool busy = false;
    bool cancelled = false;
    std::optional<int> target;  // most breaks asked for; nothing: any number
    std::optional<Verdict> verdict;
    int steps = 0;
  };
  // Called by the last runner to end a round, while the other waits.
  struct EndOfRound {
    Race* race;
    void operator()() noexcept { race->end_round(); }
  };

  void work(Runner& runner);
  bool pause(Runner& runner);
  void end_round();
  void judge(Runner& runner);
  bool is_settled(const Runner& runner) const;
  std::optional<int> next_target(const Runner& runner) const;
  void finish_if_done();
  void report() const;

  const Problem& problem_;
  const Presolved& presolved_;
  const Stop& stop_;
  std::uint64_t seed_;
  const OnBetter& on_better_;
  Answer answer_;
  bool bound_rose_ = false;
  bool finished_ = false;
  std::array<Runner, 2> runners_;
  std::barrier<EndOfRound> round_;
};

}  // namespace kontor::engine::breaks
