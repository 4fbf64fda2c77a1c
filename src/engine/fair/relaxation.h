#pragma once
#include <cstdint>
#include <vector>

#include "engine/fair/network.h"
#include "engine/fair/timetable.h"

namespace kontor::engine::fair {

// A participant on one of the two sides of the network.
struct Copy {
  int participant = 0;
  int node = 0;              // source, pooled or sink where nothing limits the participant
  int room = 0;              // meetings that it may have besides the fixed ones
  int wished = 0;            // open meetings
  int promised = 0;          // of room: those still promised
  bool pays_tables = false;  // all its meetings take a table of their slot; left copies only
  std::size_t first_arc = 0;
  int arcs = 0;  // between source or sink and node: promised ones, others
};

// The meetings as a network, slots left aside: source → left copies → right copies → sink → source,
// an arc for each meeting. Left copies that pay for tables are reached through `pooled`, whose flow
// the tables of all slots bound. In a two-sided fair every participant has one copy; otherwise two,
// and every meeting two arcs, each standing for half of it.
struct Relaxation {
  bool two_sided = false;
  std::vector<int> open;  // meetings to choose from: not fixed, and possible in some slot
  std::vector<Copy> copies;
  std::vector<int> left, right;  // copy of each participant, -1 for none
  std::vector<std::size_t>
      first_arc;  // of each open meeting; a second one follows if not two-sided
  std::vector<Arc> arcs;
  int nodes = 0;
};

inline constexpr int source_node = 0;
inline constexpr int sink_node = 1;
inline constexpr int pooled_node = 2;
inline constexpr std::int64_t endless = std::int64_t{1} << 40;

Relaxation relax(const Timetable& timetable);

// The prices that a cheapest circulation of relaxation.arcs proves optimal.
Prices prices_of(const Relaxation& relaxation, const Problem& problem, const Circulation& cheapest);

}  // namespace kontor::engine::fair
