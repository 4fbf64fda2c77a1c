#pragma once
#include <optional>

#include "engine/breaks/question.h"

namespace kontor::engine::breaks {

// Looks for a schedule with at most `most_breaks` breaks, or any number when nothing is given. The
// verdict depends on the arguments alone, unless `stop` says true: then it may be Unknown.
//
// Hardly anybody has a break beyond their fewest in a good schedule, and who may have one is the
// difficult choice. So at first nobody may. Whenever that is contradictory, those participants who
// take part in the contradiction may, within the number of breaks asked for: their breaks are
// counted from then on. (Cores as in Fu and Malik, "On solving the partial MAX-SAT problem", SAT
// 2006; here they do not raise a bound but choose the variables.)
Verdict find(const Problem& problem, const Presolved& presolved, std::optional<int> most_breaks,
             std::uint64_t seed, const Stop& stop);

}  // namespace kontor::engine::breaks
