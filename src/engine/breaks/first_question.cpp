#include "engine/breaks/first_question.h"

namespace kontor::engine::breaks {

Verdict ask_first(const Problem& problem, const Presolved& presolved, std::uint64_t seed,
                  bool steady, const Stop& stop) {
  const Encoding encoding = encode(problem, presolved, 0);
  Sat sat(seed);
  if (steady) sat.set("stabilizeonly", 1);
  sat.take(encoding.formula);
  return verdict(encoding, sat, sat.solve({}, stop));
}

}  // namespace kontor::engine::breaks
