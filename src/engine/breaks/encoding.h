#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/breaks/formula.h"
#include "engine/breaks/presolve.h"
#include "engine/breaks/problem.h"

namespace kontor::engine::breaks {

// A run of clauses, from number `first` (from 0) on, and what they say.
struct Part {
  int first = 0;
  std::string says;
};

// A problem as a formula whose models are its schedules.
struct Encoding {
  Formula formula;
  std::vector<Part> parts;
  std::vector<std::vector<Literal>> at;    // [meeting][slot]: held there; 0: impossible
  std::vector<std::vector<Literal>> used;  // [participant][slot]: has a meeting there
  // [participant][k]: has more than k breaks. A participant with at most b breaks has b literals.
  std::vector<std::vector<Literal>> breaks;

  // The schedule that `holds(literal)` describes.
  template <class Holds>
  Schedule schedule(const Holds& holds) const {
    Schedule slots(at.size(), -1);
    for (std::size_t m = 0; m < at.size(); ++m)
      for (std::size_t t = 0; t < at[m].size(); ++t)
        if (at[m][t] != 0 && holds(at[m][t])) slots[m] = static_cast<int>(t);
    return slots;
  }
};

// Meeting × slot and participant × slot variables with the implied constraints of Bofill et al.
// (JAIR 74, 2022, section 5: exact number of used slots, bounded users of a slot). Beside them
// stands the order of time: whether a meeting is held by a slot (order encoding: Tamura, Taga,
// Kitagawa, Banbara, "Compiling finite linear CSP into SAT", Constraints 14, 2009), whether a
// participant has begun and is done; one who has no break is described by their beginning alone.
// With a `budget` nobody has more breaks beyond their fewest than that, and participants marked
// `at_their_fewest` have none: those who then cannot have any need no counters. The sum of breaks
// is not bounded here.
Encoding encode(const Problem& problem, const Presolved& presolved,
                std::optional<int> budget = std::nullopt,
                const std::vector<bool>& at_their_fewest = {});

// The most breaks that each participant can have in a fair schedule.
std::vector<int> most_breaks(const Problem& problem);

}  // namespace kontor::engine::breaks
