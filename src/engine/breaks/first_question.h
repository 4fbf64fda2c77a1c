#pragma once
#include "engine/breaks/question.h"

namespace kontor::engine::breaks {

// Whether there is a schedule in which nobody has a break beyond their fewest. How long a search
// for a schedule takes is a matter of luck, so there are two ways to search; `steady` says which.
// Unknown when `stop` says true.
Verdict ask_first(const Problem& problem, const Presolved& presolved, std::uint64_t seed,
                  bool steady, const Stop& stop);

}  // namespace kontor::engine::breaks
