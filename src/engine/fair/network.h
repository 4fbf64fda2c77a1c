#pragma once
#include <cstdint>
#include <vector>

namespace kontor::engine::fair {

// A network in whose nodes as much flows in as out.
struct Arc {
  int from = 0;
  int to = 0;
  std::int64_t lower = 0;
  std::int64_t upper = 0;
  std::int64_t cost = 0;  // of a unit
};

struct Circulation {
  std::vector<std::int64_t> flow;  // of each arc
  std::vector<std::int64_t>
      potential;  // of each node: cost + from − to is 0 or more on an arc that
                  // could carry more, 0 or less on one that could carry less
};

// A cheapest circulation, in whole numbers; there must be one. Primal network simplex with block
// search (Kovács, "Minimum-cost flow algorithms: an experimental evaluation", Optimization Methods
// and Software 30, 2015), from the LEMON library.
Circulation cheapest_circulation(int nodes, const std::vector<Arc>& arcs);

}  // namespace kontor::engine::fair
