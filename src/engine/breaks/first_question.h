#pragma once
#include <array>
#include <mutex>
#include <optional>

#include "engine/breaks/question.h"

namespace kontor::engine::breaks {

// The question whether there is a schedule in which nobody has a break beyond their fewest, put by
// two threads to two solvers that search in different ways: how long a search for a schedule takes
// is a matter of luck, and two try it twice. They work in rounds of the same numbers of conflicts.
// The schedule of the earlier round counts, in the same round that of side 0: so it does not depend
// on which of the two is the faster.
class FirstQuestion {
 public:
  FirstQuestion(const Problem& problem, const Presolved& presolved, std::uint64_t seed)
      : problem_(problem), presolved_(presolved), seed_(seed) {}

  // Side 0 answers with the schedule that counts, side 1 with the one that it finds itself. Each
  // side once, in a thread of its own; Unknown when `stop` says true.
  Verdict search(int side, const Stop& stop);

 private:
  struct Side {
    int rounds = 0;  // finished without a schedule
    std::optional<Verdict> found;
  };

  Verdict end_round(int side, const Verdict& verdict, const Stop& stop);
  Verdict verdict_that_counts(const Stop& stop, std::unique_lock<std::mutex>& lock);

  const Problem& problem_;
  const Presolved& presolved_;
  std::uint64_t seed_;
  std::mutex guard_;  // of sides_
  std::array<Side, 2> sides_;
};

}  // namespace kontor::engine::breaks
