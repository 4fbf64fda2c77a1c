#pragma once
#include <vector>

#include "engine/fair/network.h"
#include "engine/fair/relaxation.h"
#include "engine/fair/timetable.h"

namespace kontor::engine::fair {

// Which meetings to hold, slots left aside: planning.md's UB1.
struct Selection {
  std::vector<char> chosen;  // of each meeting; fixed meetings are not
  Prices prices;             // that prove its value as a bound
  bool stopped = false;      // before the most valuable choice was found
};

// A most valuable and, among those, most even choice (evenness.h) of meetings in which nobody has
// more than fit and all have tables, taken over all slots. In a two-sided fair it is a cheapest
// flow; otherwise one in the bipartite double cover, where every participant stands on both sides
// with half its meetings on each (Schrijver, "Combinatorial Optimization", 2003, section 30.5).
// Half meetings are then rounded up and down in turn along circles and paths.
// Stopped, it is a choice that keeps these limits.
Selection select(const Timetable& timetable, const Stop& stop);

// How much of each open meeting `circulation` holds: 0 … 1, or 0 … 2 halves if not two-sided.
std::vector<int> choice_of(const Relaxation& relaxation, const Circulation& circulation);

// The meetings held, halves rounded.
std::vector<char> rounded(const Relaxation& relaxation, const Problem& problem,
                          const std::vector<int>& choice);

// Prices that prove a bound where a must and a promise count what `weights` says. Of a timetable
// with the fixed meetings only.
Prices prices_for(const Timetable& fixed, const Weights& weights, const Stop& stop);

}  // namespace kontor::engine::fair
