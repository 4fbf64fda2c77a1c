#pragma once
#include <cstdint>
#include <vector>

#include "engine/fair/network.h"
#include "engine/fair/timetable.h"

namespace kontor::engine::fair {

// A choice of meetings where tables are scarce in one session and plenty in another, and the prices
// that bound it.
struct PricedChoice {
  Prices prices;
  std::int64_t bound = 0;    // that they prove, with the weights asked for
  std::vector<char> chosen;  // of each meeting; fixed meetings are not
};

// The network of relaxation.h knows the tables of all slots together. Here those of each session
// have a price, which a meeting pays in the cheapest session open to it: Lagrangian relaxation
// (Fisher, Management Science 27, 1981), whose remaining problem is the network with other costs.
// Prices follow a subgradient, sessions with more meetings than tables becoming dearer, until
// nothing is gained or `stop` says so; each step starts from the flow before. Of a timetable with
// the fixed meetings only.
PricedChoice price_tables(const Timetable& fixed, const Weights& weights, const Stop& stop);

}  // namespace kontor::engine::fair
