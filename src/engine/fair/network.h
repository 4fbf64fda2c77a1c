#pragma once
#include <cstdint>
#include <functional>
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
      potential;         // of each node: cost + from − to is 0 or more on an arc that
                         // could carry more, 0 or less on one that could carry less
  bool cheapest = true;  // false: stopped; then the potentials keep that promise in part only
};

// Asked often during long work: whether to end it.
using Stop = std::function<bool()>;

// A network whose cheapest circulation is sought, in whole numbers; again, from where it was, when
// costs have changed. Primal network simplex (Ahuja, Magnanti, Orlin, "Network Flows", 1993,
// chapter 11) on strongly feasible trees (Cunningham, Mathematical Programming 11, 1976), with
// block search for the entering arc (Kovács, "Minimum-cost flow algorithms: an experimental
// evaluation", Optimization Methods and Software 30, 2015).
class Network {
 public:
  // `start` is a feasible flow; empty: 0 everywhere.
  Network(int nodes, const std::vector<Arc>& arcs, std::vector<std::int64_t> start = {});

  void set_cost(std::size_t arc, std::int64_t cost);
  // No dearer than the flow before; when `stop` says so, what it has come to.
  Circulation cheapest(const Stop& stop);

 private:
  // What the search for an entering arc looks at. way: 1 where the flow could grow, -1 where it
  // could shrink; 0 in the tree and where it is fixed.
  struct Waiting {
    int from;
    int to;
    std::int64_t cost;
    int way;
  };
  // A place in the tree. Every node has a way to the root along which some flow could be sent.
  struct Node {
    int parent = -1;
    int arc = -1;  // to or from the parent
    int depth = 0;
    int child = -1, next = -1, previous = -1;  // first child; siblings
  };
  struct Blocking {
    std::int64_t amount;
    int node = -1;  // whose arc blocks; -1: the entering arc itself
    bool at_tail = false;
  };

  int way_from_bound(std::size_t arc) const;
  std::int64_t reduced_cost(const Waiting& it) const {
    return it.cost + potential_[it.from] - potential_[it.to];
  }
  void settle_partial_arcs();
  int entering();
  std::int64_t room(int node, bool to_parent) const;
  void send(int node, bool to_parent, std::int64_t amount);
  Blocking blocking(int arc, int way, int tail, int head);
  void pivot(int arc, int way);
  void hang(int at, int top, int parent, int arc);
  void detach(int v);
  void attach(int v, int parent, int arc);
  int after(int v, int top) const;

  std::vector<Arc> arcs_;  // and one from each node to the root, on which nothing ever flows
  std::vector<std::int64_t> flow_;
  int root_;
  std::vector<std::int64_t> potential_;
  std::vector<Waiting> waiting_;
  std::vector<Node> nodes_;
  int next_ = 0;  // arc at which the search goes on
  int top_ = -1;  // of the circle last looked at
  bool costs_changed_ = false;
};

}  // namespace kontor::engine::fair
