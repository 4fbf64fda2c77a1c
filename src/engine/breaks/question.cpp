#include "engine/breaks/question.h"

namespace kontor::engine::breaks {

Verdict verdict(const Encoding& encoding, const Sat& sat, Sat::Answer answer) {
  if (answer == Sat::Answer::No) return {Verdict::Kind::None, {}};
  if (answer == Sat::Answer::Unknown) return {};
  return {Verdict::Kind::Found,
          encoding.schedule([&](Literal literal) { return sat.holds(literal); })};
}

std::vector<Literal> avoidable_breaks(const Presolved& presolved, const Encoding& encoding) {
  std::vector<Literal> avoidable;
  for (std::size_t p = 0; p < encoding.breaks.size(); ++p)
    for (std::size_t k = presolved.fewest_breaks[p]; k < encoding.breaks[p].size(); ++k)
      avoidable.push_back(encoding.breaks[p][k]);
  return avoidable;
}

}  // namespace kontor::engine::breaks
