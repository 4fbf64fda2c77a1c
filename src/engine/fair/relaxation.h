#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "engine/fair/crowded.h"
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
  int arcs = 0;                 // between source or sink and node: promised ones, others
  std::size_t first_block = 0;  // its crowded sets, as nodes
  int blocks = 0;
};

// A crowded set of a copy (crowded.h): a node between the copy, or a larger set, and the meetings
// bound to it.
struct Block {
  int parent = -1;  // the larger set, a place in Relaxation::blocks; -1: the copy itself
  int node = 0;
  std::size_t arc = 0;
};

// Where an arc of a meeting ends: at a copy, or at one of its blocks, -1 for none.
struct End {
  int copy = 0;
  int block = -1;
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
  std::vector<std::array<End, 2>> ends;  // of each arc of meetings, from first_arc.front() on
  std::vector<Block> blocks;
  std::vector<std::vector<CrowdedSet>> crowded;  // of each participant
  std::vector<Arc> arcs;
  int nodes = 0;
  std::int64_t cost_scale = 1;  // costs are in 1/cost_scale points
};

inline constexpr int source_node = 0;
inline constexpr int sink_node = 1;
inline constexpr int pooled_node = 2;
inline constexpr std::int64_t endless = std::int64_t{1} << 40;

// A must and a promise count what `weights` says. Fine costs are as
// small as prices, so that prices may be added to them.
enum class Costs { Points, Fine };
Relaxation relax(const Timetable& timetable, const Weights& weights, Costs costs = Costs::Points);

// The prices that a cheapest circulation of relaxation.arcs proves optimal.
Prices prices_of(const Relaxation& relaxation, const Problem& problem, const Circulation& cheapest);

}  // namespace kontor::engine::fair
