#pragma once
#include <vector>

#include "engine/fair/check.h"

namespace kontor::engine::fair {

// Demands that no plan can keep, all of them, whatever else it does:
//   the rules of check.h that fixed meetings break among themselves
//   "circle"  a precedence, named by its later meeting, that is part of a circle of them
//   "least"   a participant was promised more meetings than it can have by itself
std::vector<Violation> contradictions(const Problem& problem);

// Meetings that `participant` can have at most, were it alone: as its seats, its `most` and the
// presence of those with whom it could meet allow.
std::vector<int> most_possible(const Problem& problem);

// Whether a plan could keep all else, if only the promises were left out.
bool only_promises(const std::vector<Violation>& contradictions);

// Meetings promised in all.
std::int64_t all_promised(const Problem& problem);

}  // namespace kontor::engine::fair
