#include "engine/fair/network.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/check.h"

namespace kontor::engine::fair {

namespace {

constexpr std::size_t pivots_between_stops = 256;
constexpr std::int64_t limitless = std::numeric_limits<std::int64_t>::max() / 2;

}  // namespace

Network::Network(int nodes, const std::vector<Arc>& arcs, std::vector<std::int64_t> start)
    : arcs_(arcs), flow_(std::move(start)), root_(nodes), potential_(nodes + 1) {
  flow_.resize(arcs.size() + nodes);
  waiting_.reserve(arcs.size());
  for (std::size_t a = 0; a < arcs.size(); ++a) {
    CHECK(flow_[a] >= arcs[a].lower && flow_[a] <= arcs[a].upper);
    waiting_.push_back({arcs[a].from, arcs[a].to, arcs[a].cost, way_from_bound(a)});
  }
  for (int v = 0; v < nodes; ++v) arcs_.push_back({v, root_, 0, limitless, 0});
  nodes_.resize(nodes + 1);
  for (int v = 0; v < nodes; ++v) attach(v, root_, static_cast<int>(arcs.size()) + v);
  settle_partial_arcs();
}

void Network::set_cost(std::size_t arc, std::int64_t cost) {
  arcs_[arc].cost = waiting_[arc].cost = cost;
  costs_changed_ = true;
}

Circulation Network::cheapest(const Stop& stop) {
  if (costs_changed_)
    for (int v = after(root_, root_); v != root_; v = after(v, root_)) {
      const Arc& arc = arcs_[nodes_[v].arc];
      potential_[v] = potential_[nodes_[v].parent] + (arc.from == v ? -arc.cost : arc.cost);
    }
  costs_changed_ = false;
  std::size_t pivots = 0;
  bool stopped = false;
  for (int arc = entering(); arc >= 0 && !stopped; arc = entering()) {
    pivot(arc, waiting_[arc].way);
    stopped = ++pivots % pivots_between_stops == 0 && stop && stop();
  }
  const auto whole = static_cast<std::ptrdiff_t>(waiting_.size());
  return {
      {flow_.begin(), flow_.begin() + whole}, {potential_.begin(), potential_.end() - 1}, !stopped};
}

int Network::way_from_bound(std::size_t a) const {
  const Arc& arc = arcs_[a];
  return arc.lower == arc.upper ? 0 : flow_[a] == arc.upper ? -1 : 1;
}

// Arcs that the start leaves between their bounds go to a bound or into the tree.
void Network::settle_partial_arcs() {
  for (int a = 0; a < static_cast<int>(waiting_.size()); ++a)
    if (flow_[a] > arcs_[a].lower && flow_[a] < arcs_[a].upper)
      pivot(a, reduced_cost(waiting_[a]) > 0 ? -1 : 1);
}

// The best of the first block of arcs that has one which makes the flow cheaper; -1 for none.
int Network::entering() {
  const int count = static_cast<int>(waiting_.size());
  const int block = std::max(10, static_cast<int>(std::sqrt(static_cast<double>(count))));
  std::int64_t best = 0;
  int found = -1;
  int left = block;
  for (int i = 0; i < count; ++i) {
    const int a = next_;
    next_ = next_ + 1 == count ? 0 : next_ + 1;
    const std::int64_t gain = waiting_[a].way * reduced_cost(waiting_[a]);
    if (gain < best) {
      best = gain;
      found = a;
    }
    if (--left > 0) continue;
    if (found >= 0) return found;
    left = block;
  }
  return found;
}

// How much more can flow over the arc of `node`, to its parent or from it.
std::int64_t Network::room(int node, bool to_parent) const {
  const int a = nodes_[node].arc;
  const bool along = (arcs_[a].from == node) == to_parent;
  return along ? arcs_[a].upper - flow_[a] : flow_[a] - arcs_[a].lower;
}
void Network::send(int node, bool to_parent, std::int64_t amount) {
  const int a = nodes_[node].arc;
  flow_[a] += (arcs_[a].from == node) == to_parent ? amount : -amount;
}

// What blocks the circle through `arc`; of several the last one from its top on, which keeps the
// tree strongly feasible. The circle leaves the top for the arc's tail and comes from its head.
Network::Blocking Network::blocking(int arc, int way, int tail, int head) {
  Blocking before{limitless};
  Blocking after{limitless};
  while (tail != head) {
    if (nodes_[tail].depth >= nodes_[head].depth) {
      const std::int64_t amount = room(tail, false);
      if (amount < before.amount) before = {amount, tail, true};
      tail = nodes_[tail].parent;
    } else {
      const std::int64_t amount = room(head, true);
      if (amount <= after.amount) after = {amount, head, false};
      head = nodes_[head].parent;
    }
  }
  top_ = tail;
  Blocking out{way > 0 ? arcs_[arc].upper - flow_[arc] : flow_[arc] - arcs_[arc].lower};
  if (before.amount < out.amount) out = before;
  return after.amount <= out.amount ? after : out;
}

// Sends as much as fits around the circle of `arc` and the tree.
void Network::pivot(int arc, int way) {
  const int tail = way > 0 ? arcs_[arc].from : arcs_[arc].to;
  const int head = way > 0 ? arcs_[arc].to : arcs_[arc].from;
  const Blocking block = blocking(arc, way, tail, head);
  if (block.amount > 0) {
    flow_[arc] += way * block.amount;
    for (int v = tail; v != top_; v = nodes_[v].parent) send(v, false, block.amount);
    for (int v = head; v != top_; v = nodes_[v].parent) send(v, true, block.amount);
  }
  if (block.node < 0) {
    waiting_[arc].way = way_from_bound(arc);
    return;
  }
  const int leaving = nodes_[block.node].arc;
  hang(block.at_tail ? tail : head, block.node, block.at_tail ? head : tail, arc);
  waiting_[arc].way = 0;
  if (leaving < static_cast<int>(waiting_.size())) waiting_[leaving].way = way_from_bound(leaving);
}

// Hangs the subtree of `top` to `parent` by `arc` at its node `at`.
void Network::hang(int at, int top, int parent, int arc) {
  int v = at;
  int above = parent;
  for (int by = arc;;) {
    const int next = nodes_[v].parent;
    const int next_arc = nodes_[v].arc;
    detach(v);
    attach(v, above, by);
    if (v == top) break;
    above = v;
    by = next_arc;
    v = next;
  }
  const std::int64_t reduced = reduced_cost(waiting_[arc]);
  const std::int64_t change = arcs_[arc].from == at ? -reduced : reduced;
  v = at;
  do {
    nodes_[v].depth = nodes_[nodes_[v].parent].depth + 1;
    potential_[v] += change;
    v = after(v, at);
  } while (v != at);
}

void Network::detach(int v) {
  const Node& it = nodes_[v];
  (it.previous < 0 ? nodes_[it.parent].child : nodes_[it.previous].next) = it.next;
  if (it.next >= 0) nodes_[it.next].previous = it.previous;
}

void Network::attach(int v, int parent, int arc) {
  Node& it = nodes_[v];
  it.parent = parent;
  it.arc = arc;
  it.previous = -1;
  it.next = nodes_[parent].child;
  if (it.next >= 0) nodes_[it.next].previous = v;
  nodes_[parent].child = v;
  it.depth = nodes_[parent].depth + 1;
}

// The node after `v` in the subtree of `top`, each after its parent; `top` after the last.
int Network::after(int v, int top) const {
  if (nodes_[v].child >= 0) return nodes_[v].child;
  while (v != top && nodes_[v].next < 0) v = nodes_[v].parent;
  return v == top ? top : nodes_[v].next;
}

}  // namespace kontor::engine::fair
