#include "engine/fair/network.h"

// LEMON copies a vector's fill value that g++ 12 wrongly takes for uninitialized under sanitizers.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"

// LEMON 1.3.1 uses members of std::allocator that C++20 took away, in this one file only.
#define LEMON_BITS_ARRAY_MAP_H
#include <lemon/bits/alteration_notifier.h>
#include <lemon/bits/traits.h>
#include <lemon/bits/vector_map.h>
namespace lemon {
template <class Graph, class Item, class Value>
class ArrayMap : public VectorMap<Graph, Item, Value> {
  using Base = VectorMap<Graph, Item, Value>;

 public:
  explicit ArrayMap(const typename Base::GraphType& graph) : Base(graph) {}
  ArrayMap(const typename Base::GraphType& graph, const Value& value) : Base(graph, value) {}
  template <class Map>
  ArrayMap& operator=(const Map& map) {
    Base::operator=(map);
    return *this;
  }
};
}  // namespace lemon
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include "base/check.h"

// GCC 12 with sanitizers takes the empty nodes and arcs of LEMON for uninitialised.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"

namespace kontor::engine::fair {

Circulation cheapest_circulation(int nodes, const std::vector<Arc>& arcs) {
  using Graph = lemon::SmartDigraph;
  Graph graph;
  graph.reserveNode(nodes);
  graph.reserveArc(static_cast<int>(arcs.size()));
  for (int v = 0; v < nodes; ++v) graph.addNode();
  Graph::ArcMap<std::int64_t> lower(graph), upper(graph), cost(graph);
  for (const Arc& it : arcs) {
    const Graph::Arc arc = graph.addArc(Graph::nodeFromId(it.from), Graph::nodeFromId(it.to));
    lower[arc] = it.lower;
    upper[arc] = it.upper;
    cost[arc] = it.cost;
  }
  lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t> simplex(graph);
  simplex.lowerMap(lower).upperMap(upper).costMap(cost);
  CHECK(simplex.run() == simplex.OPTIMAL);
  Circulation result;
  result.flow.resize(arcs.size());
  result.potential.resize(nodes);
  for (int a = 0; a < static_cast<int>(arcs.size()); ++a)
    result.flow[a] = simplex.flow(Graph::arcFromId(a));
  for (int v = 0; v < nodes; ++v) result.potential[v] = simplex.potential(Graph::nodeFromId(v));
  return result;
}

}  // namespace kontor::engine::fair
