#pragma once
#include <vector>

#include "engine/fair/relaxation.h"

namespace kontor::engine::fair {

// How much of each open meeting (0 … 1, or 0 … 2 halves if not two-sided) is held in a choice that
// is as valuable as `cheapest`, but as even as possible: with the least Σ over participants of
// (share of own wishes not granted)^4, so that the worst-off come first (in the spirit of Megiddo,
// "Optimal flows in networks with multiple sources and sinks", Mathematical Programming 7, 1974).
// The shares of groups that stand to miss more than the average weigh more. It is a cheapest
// circulation too, of the arcs whose reduced cost is 0: all others stay as they are (complementary
// slackness). Less even when `stop` says so.
std::vector<int> even_choice(const Relaxation& relaxation, const Problem& problem,
                             const Circulation& cheapest, const Stop& stop);

}  // namespace kontor::engine::fair
