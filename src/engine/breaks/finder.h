#pragma once
#include "engine/breaks/question.h"

namespace kontor::engine::breaks {

// Looks for a schedule with at most `most_breaks` breaks, more than the bound of `presolved`. Works
// in steps, so that questions can take turns; what it finds depends on the arguments alone.
//
// Hardly anybody has a break beyond their fewest in a good schedule, and who may have one is the
// difficult choice. So at first nobody may. Whenever that is contradictory, those participants who
// take part in the contradiction may, within the number of breaks asked for: their breaks are
// counted from then on. (Cores as in Fu and Malik, "On solving the partial MAX-SAT problem", SAT
// 2006; here they do not raise a bound but choose the variables.)
class Finder {
 public:
  Finder(const Problem& problem, const Presolved& presolved, int most_breaks, std::uint64_t seed);

  // Unknown: not yet. Once `stop` has said true during a step, take no further one.
  Verdict step(const Stop& stop);

 private:
  Encoding bounded(const std::vector<bool>& at_their_fewest) const;
  Literal more_breaks(int p) const;
  Verdict learn(std::vector<Literal>& core, const Stop& stop);
  bool shrink(std::vector<Literal>& core, const Stop& stop);
  Verdict guess(const Stop& stop);

  const Problem& problem_;
  const Presolved& presolved_;
  int budget_;
  std::uint64_t seed_;
  Encoding encoding_;
  std::vector<bool> at_their_fewest_;
  Sat sat_;
  int turns_ = 0;
  bool guessing_ = true;  // not yet known that those at_their_fewest_ cannot all be
};

// Any schedule at all; None: there is none. Unknown when `stop` says true.
Verdict find_any(const Problem& problem, const Presolved& presolved, std::uint64_t seed,
                 const Stop& stop);

}  // namespace kontor::engine::breaks
