#pragma once
#include <memory>

#include "engine/breaks/question.h"

namespace kontor::engine::breaks {

// Puts questions about one problem, one after the other, to one solver that keeps what it learned.
class Prover {
 public:
  Prover(const Problem& problem, const Presolved& presolved, std::uint64_t seed)
      : problem_(problem), presolved_(presolved), seed_(seed) {}

  // Unknown when `stop` says true.
  Verdict ask(int most_breaks, const Stop& stop);

 private:
  void prepare();

  const Problem& problem_;
  const Presolved& presolved_;
  std::uint64_t seed_;
  Encoding encoding_;
  std::unique_ptr<Sat> sat_;
  std::vector<Literal> more_;  // more avoidable breaks than the index
};

}  // namespace kontor::engine::breaks
