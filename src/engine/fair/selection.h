#pragma once
#include <vector>

#include "engine/fair/timetable.h"

namespace kontor::engine::fair {

// Which meetings to hold, slots left aside: the b-matching relaxation of planning.md's UB1.
struct Selection {
  std::vector<char> chosen;  // of each meeting; fixed meetings are not
  std::vector<char> half;    // held by half in the relaxation of a fair without two sides
  Prices prices;             // that prove its value as a bound
  bool two_sided = false;    // the meetings form a bipartite graph: the relaxation is integral
};

// A most valuable choice of meetings in which nobody has more than fit, and all have tables, taken
// over all slots. In a two-sided fair it is a cheapest flow; otherwise one in the bipartite double
// cover, where every participant stands on both sides with half its meetings on each (Schrijver,
// "Combinatorial Optimization", 2003, section 30.5). Among those most valuable choices, one with
// the least Σ over participants of (share of own wishes not granted)^4: the worst-off first
// (Megiddo, "Optimal flows in networks with multiple sources and sinks", Mathematical Programming
// 7, 1974).
Selection select(const Timetable& timetable);

}  // namespace kontor::engine::fair
