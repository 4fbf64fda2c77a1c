#include "engine/fair/evenness.h"

#include <algorithm>

namespace kontor::engine::fair {

namespace {

// What the k-th of n own wishes granted adds to Σ (share not granted)^4, in millionths.
std::int64_t step_cost(int k, int n) {
  const auto rest = [n](int granted) {
    const double share = static_cast<double>(n - granted) / n;
    return static_cast<std::int64_t>(1e6 * share * share * share * share + 0.5);
  };
  return rest(k) - rest(k - 1);
}

class Evening {
 public:
  Evening(const Relaxation& relaxation, const Problem& problem, const Circulation& cheapest,
          const Stop& stop)
      : relaxation_(relaxation), problem_(problem), cheapest_(cheapest), stop_(stop) {}

  std::vector<int> run() {
    count_settled();
    weigh_groups();
    add_frame();
    for (std::size_t c = 0; c < relaxation_.copies.size(); ++c)
      if (free_[c] > 0) add_copy(c);
    for (std::size_t i = 0; i < relaxation_.open.size(); ++i) add_meeting(i);
    const Circulation even = Network(nodes_, arcs_, std::move(start_)).cheapest(stop_);
    std::vector<int> choice(relaxation_.open.size());
    for (std::size_t i = 0; i < choice.size(); ++i)
      for (int half = 0; half < halves(); ++half) {
        const std::size_t a = relaxation_.first_arc[i] + half;
        const int at = place_[i * halves() + half];
        choice[i] += static_cast<int>(at < 0 ? cheapest_.flow[a] : even.flow[at]);
      }
    return choice;
  }

 private:
  // An arc of a meeting: its ends, and whether their participants asked for the meeting.
  struct Crossing {
    End from, to;
    bool from_asked, to_asked;
  };

  int halves() const { return relaxation_.two_sided ? 1 : 2; }
  bool is_free(std::size_t a) const {
    const Arc& arc = relaxation_.arcs[a];
    return arc.cost + cheapest_.potential[arc.from] - cheapest_.potential[arc.to] == 0;
  }

  Crossing crossing(std::size_t i, int half) const {
    const Meeting& it = problem_.meetings[relaxation_.open[i]];
    const auto& [from, to] = relaxation_.ends[i * halves() + half];
    const bool forward = relaxation_.copies[from.copy].participant == it.first;
    return {from, to, forward ? it.first_asked : it.second_asked,
            forward ? it.second_asked : it.first_asked};
  }

  // What the arcs that are not free carry at each copy, and what those that are.
  void count_settled() {
    const std::size_t count = relaxation_.copies.size();
    moving_.assign(count, 0);
    moving_own_.assign(count, 0);
    moving_block_.assign(relaxation_.blocks.size(), 0);
    free_.assign(count, 0);
    settled_.assign(count, 0);
    settled_own_.assign(count, 0);
    asked_.assign(count, 0);
    free_own_.assign(count, 0);
    settled_block_.assign(relaxation_.blocks.size(), 0);
    block_node_.assign(relaxation_.blocks.size(), -1);
    for (std::size_t i = 0; i < relaxation_.open.size(); ++i)
      for (int half = 0; half < halves(); ++half) {
        const std::size_t a = relaxation_.first_arc[i] + half;
        const Crossing it = crossing(i, half);
        const int all = static_cast<int>(cheapest_.flow[a]);
        const int flow = is_free(a) ? 0 : all;
        for (const auto& [end, asked] :
             {std::pair(it.from, it.from_asked), std::pair(it.to, it.to_asked)}) {
          const int copy = end.copy;
          for (int b = end.block; b >= 0; b = relaxation_.blocks[b].parent) {
            settled_block_[b] += flow;
            moving_block_[b] += all - flow;
          }
          free_[copy] += is_free(a) ? 1 : 0;
          free_own_[copy] += is_free(a) && asked ? 1 : 0;
          settled_[copy] += flow;
          settled_own_[copy] += asked ? flow : 0;
          moving_[copy] += all - flow;
          moving_own_[copy] += asked ? all - flow : 0;
          asked_[copy] += asked ? 1 : 0;
        }
        moving_all_ += all - flow;
        if (!relaxation_.copies[it.from.copy].pays_tables) continue;
        settled_pool_ += flow;
        moving_pool_ += all - flow;
      }
  }

  // Shares count more in groups that stand to miss more: by the square of what the group misses
  // against the average, if of the undecided wishes the same part is granted everywhere.
  void weigh_groups() {
    double asked = 0;
    double settled = 0;
    double undecided = 0;
    std::vector<double> asked_of(problem_.groups), settled_of(problem_.groups),
        undecided_of(problem_.groups);
    for (std::size_t c = 0; c < asked_.size(); ++c) {
      asked += asked_[c];
      settled += settled_own_[c];
      undecided += free_own_[c];
      const int group = problem_.participants[relaxation_.copies[c].participant].group;
      if (group < 0) continue;
      asked_of[group] += asked_[c];
      settled_of[group] += settled_own_[c];
      undecided_of[group] += free_own_[c];
    }
    const double average = (asked - settled - undecided / 2) / std::max(1.0, asked);
    weight_.assign(problem_.groups, neutral);
    for (int g = 0; g < problem_.groups; ++g) {
      const double missed =
          (asked_of[g] - settled_of[g] - undecided_of[g] / 2) / std::max(1.0, asked_of[g]);
      if (average > 0) {
        const double times = missed / average;
        weight_[g] = std::clamp(static_cast<int>(neutral * times * times + 0.5), 1, 8 * neutral);
      }
    }
  }

  void add_arc(const Arc& arc, std::int64_t flow) {
    arcs_.push_back(arc);
    start_.push_back(flow);
  }

  void add_frame() {
    nodes_ = 3;
    add_arc({sink_node, source_node, 0, endless, 0}, moving_all_);
    Arc pool = relaxation_.arcs[1];
    if (!is_free(1)) pool.lower = pool.upper = cheapest_.flow[1];
    pool.lower = std::max<std::int64_t>(0, pool.lower - settled_pool_);
    pool.upper = std::max<std::int64_t>(0, pool.upper - settled_pool_);
    add_arc(pool, moving_pool_);
    node_.assign(relaxation_.copies.size(), -1);
    own_node_.assign(relaxation_.copies.size(), -1);
  }

  // The copy's node with the room that is left beside what is settled, and a node for its own
  // wishes, reached at the cost of each step.
  void add_copy(std::size_t c) {
    const Copy& copy = relaxation_.copies[c];
    const bool left = relaxation_.left[copy.participant] == static_cast<int>(c);
    const int outer = !left ? sink_node : copy.pays_tables ? pooled_node : source_node;
    const auto add = [&](int from, int to, std::int64_t lower, std::int64_t upper,
                         std::int64_t cost, std::int64_t flow) {
      add_arc(left ? Arc{from, to, lower, upper, cost} : Arc{to, from, lower, upper, cost}, flow);
    };
    std::int64_t lower = 0;
    std::int64_t upper = copy.arcs == 0 ? copy.wished : 0;
    for (std::size_t a = copy.first_arc; a < copy.first_arc + copy.arcs; ++a) {
      lower += is_free(a) ? 0 : cheapest_.flow[a];
      upper += is_free(a) ? relaxation_.arcs[a].upper : cheapest_.flow[a];
    }
    node_[c] = nodes_++;
    add(outer, node_[c], std::max<std::int64_t>(0, lower - settled_[c]), upper - settled_[c], 0,
        moving_[c]);
    if (copy.blocks > 0) return add_blocks(copy, add);
    own_node_[c] = nodes_++;
    const int group = problem_.participants[copy.participant].group;
    const int weight = group < 0 ? neutral : weight_[group];
    for (int k = settled_own_[c] + 1; k <= settled_own_[c] + free_own_[c]; ++k)
      add(node_[c], own_node_[c], 0, 1, weight * step_cost(k, asked_[c]),
          k - settled_own_[c] <= moving_own_[c] ? 1 : 0);
  }

  // A copy with crowded sets has them instead: shares and sets overlap, and no flow knows both.
  template <class Add>
  void add_blocks(const Copy& copy, const Add& add) {
    for (std::size_t b = copy.first_block; b < copy.first_block + copy.blocks; ++b) {
      const Block& block = relaxation_.blocks[b];
      const auto c = static_cast<std::size_t>(&copy - relaxation_.copies.data());
      const std::int64_t lower = is_free(block.arc) ? 0 : cheapest_.flow[block.arc];
      const std::int64_t upper =
          is_free(block.arc) ? relaxation_.arcs[block.arc].upper : cheapest_.flow[block.arc];
      block_node_[b] = nodes_++;
      add(block.parent < 0 ? node_[c] : block_node_[block.parent], block_node_[b],
          std::max<std::int64_t>(0, lower - settled_block_[b]), upper - settled_block_[b], 0,
          moving_block_[b]);
    }
  }

  int node(const End& end, bool asked) const {
    if (end.block >= 0) return block_node_[end.block];
    return asked && own_node_[end.copy] >= 0 ? own_node_[end.copy] : node_[end.copy];
  }

  void add_meeting(std::size_t i) {
    for (int half = 0; half < halves(); ++half) {
      place_.push_back(-1);
      if (!is_free(relaxation_.first_arc[i] + half)) continue;
      const Crossing it = crossing(i, half);
      place_.back() = static_cast<int>(arcs_.size());
      add_arc({node(it.from, it.from_asked), node(it.to, it.to_asked), 0, 1, 0},
              cheapest_.flow[relaxation_.first_arc[i] + half]);
    }
  }

  const Relaxation& relaxation_;
  const Problem& problem_;
  const Circulation& cheapest_;
  const Stop& stop_;
  static constexpr int neutral = 16;
  std::vector<int> weight_;                                           // of each group's shares
  std::vector<int> free_, settled_, settled_own_, asked_, free_own_;  // of each copy
  std::vector<int> settled_block_, block_node_;                       // of each block
  std::vector<int> moving_, moving_own_;                              // of each copy
  std::vector<int> moving_block_;                                     // of each block
  std::int64_t settled_pool_ = 0, moving_pool_ = 0, moving_all_ = 0;
  int nodes_ = 0;
  std::vector<int> node_, own_node_;  // of each copy
  std::vector<Arc> arcs_;
  std::vector<std::int64_t> start_;  // what the cheapest flow carries on arcs_
  std::vector<int> place_;           // arcs of the meetings' arcs, -1 where settled
};

}  // namespace

std::vector<int> even_choice(const Relaxation& relaxation, const Problem& problem,
                             const Circulation& cheapest, const Stop& stop) {
  return Evening(relaxation, problem, cheapest, stop).run();
}

}  // namespace kontor::engine::fair
