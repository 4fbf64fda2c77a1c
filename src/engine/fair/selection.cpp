#include "engine/fair/selection.h"

#include <algorithm>

#include "base/check.h"
#include "engine/fair/network.h"

namespace kontor::engine::fair {

namespace {

constexpr std::int64_t endless = std::int64_t{1} << 40;

// Sides 0 and 1 of the participants such that meetings cross; nothing if there are none such.
std::vector<char> two_sides(const Problem& problem, const std::vector<int>& open) {
  const std::size_t count = problem.participants.size();
  std::vector<std::vector<int>> near(count);
  for (const int m : open) {
    near[problem.meetings[m].first].push_back(problem.meetings[m].second);
    near[problem.meetings[m].second].push_back(problem.meetings[m].first);
  }
  std::vector<char> side(count, -1);
  std::vector<int> queue;
  for (std::size_t root = 0; root < count; ++root) {
    if (side[root] >= 0) continue;
    side[root] = 0;
    queue.assign(1, static_cast<int>(root));
    for (std::size_t i = 0; i < queue.size(); ++i)
      for (const int next : near[queue[i]]) {
        if (side[next] == side[queue[i]]) return {};
        if (side[next] < 0) {
          side[next] = static_cast<char>(1 - side[queue[i]]);
          queue.push_back(next);
        }
      }
  }
  return side;
}

// The network: source → left copies → right copies → sink → source. Left copies whose meetings all
// take a table of the slots get their flow through one more node, which bounds the tables.
class Relaxing {
 public:
  explicit Relaxing(const Timetable& timetable)
      : timetable_(timetable), problem_(timetable.problem()), weights_(weights(problem_)) {
    for (int m = 0; m < static_cast<int>(problem_.meetings.size()); ++m)
      if (problem_.meetings[m].fixed_slot < 0 && fits_somewhere(m)) open_.push_back(m);
    side_ = two_sides(problem_, open_);
  }

  Selection run() {
    build();
    const Circulation best = cheapest_circulation(nodes_, arcs_);
    const int nodes = add_own_nodes();
    const Circulation fair = cheapest_circulation(nodes, fair_arcs(best));
    Selection selection;
    selection.two_sided = two_sided();
    selection.chosen.assign(problem_.meetings.size(), 0);
    selection.half.assign(problem_.meetings.size(), 0);
    read_flow(fair, selection);
    read_prices(best, selection.prices);
    return selection;
  }

 private:
  bool two_sided() const { return !side_.empty(); }
  bool fits_somewhere(int m) const {
    const Meeting& it = problem_.meetings[m];
    if (!timetable_.may_have_more(it.first) || !timetable_.may_have_more(it.second)) return false;
    for (int t = 0; t < timetable_.slots(); ++t)
      if (timetable_.is_free(it.first, t) && timetable_.is_free(it.second, t) &&
          timetable_.has_table(m, t))
        return true;
    return false;
  }
  bool on_left(int p) const { return !two_sided() || side_[p] == 0; }
  bool on_right(int p) const { return !two_sided() || side_[p] == 1; }

  void build();
  void add_copy_arcs(int p, int from, int to);
  int add_own_nodes();
  std::vector<Arc> fair_arcs(const Circulation& best);
  void read_flow(const Circulation& fair, Selection& selection) const;
  void read_prices(const Circulation& best, Prices& prices) const;

  const Timetable& timetable_;
  const Problem& problem_;
  Weights weights_;
  std::vector<int> open_;
  std::vector<char> side_;
  int nodes_ = 0;
  std::vector<int> left_, right_;       // nodes of each participant, -1 for none
  std::vector<char> pays_tables_;       // whether its left copy's flow goes through `pooled`
  std::vector<std::size_t> first_arc_;  // of each open meeting: one, or two in the double cover
  std::vector<Arc> arcs_;
  std::vector<int> own_left_, own_right_;
  std::size_t fair_first_ = 0;
};

constexpr int source = 0;
constexpr int sink = 1;
constexpr int pooled = 2;

void Relaxing::add_copy_arcs(int p, int from, int to) {
  const int room = timetable_.most(p) - timetable_.held(p);
  const int promised = std::clamp(problem_.participants[p].least - timetable_.held(p), 0, room);
  if (promised > 0) arcs_.push_back({from, to, 0, promised, -weights_.promise});
  arcs_.push_back({from, to, 0, room - promised, 0});
}

void Relaxing::build() {
  const std::size_t count = problem_.participants.size();
  std::vector<char> takes_table(count), takes_none(count);
  for (const int m : open_) {
    const int p = problem_.meetings[m].first;
    const int q = problem_.meetings[m].second;
    (problem_.meetings[m].host < 0 ? takes_table : takes_none)[p] = 1;
    (problem_.meetings[m].host < 0 ? takes_table : takes_none)[q] = 1;
  }
  std::int64_t tables = 0;
  for (int t = 0; t < timetable_.slots(); ++t)
    tables += problem_.slots[t].tables - timetable_.load(t);
  nodes_ = 3;
  arcs_.push_back({sink, source, 0, endless, 0});
  arcs_.push_back({source, pooled, 0, two_sided() ? tables : 2 * tables, 0});
  pays_tables_.assign(count, 0);
  left_.assign(count, -1);
  right_.assign(count, -1);
  for (int p = 0; p < static_cast<int>(count); ++p) {
    if (takes_table[p] == 0 && takes_none[p] == 0) continue;
    if (on_left(p)) {
      left_[p] = nodes_++;
      pays_tables_[p] = takes_none[p] == 0 ? 1 : 0;
      add_copy_arcs(p, pays_tables_[p] != 0 ? pooled : source, left_[p]);
    }
    if (on_right(p)) {
      right_[p] = nodes_++;
      add_copy_arcs(p, right_[p], sink);
    }
  }
  for (const int m : open_) {
    first_arc_.push_back(arcs_.size());
    const Meeting& it = problem_.meetings[m];
    const std::int64_t cost = -worth(it, weights_);
    const bool turned = two_sided() && side_[it.first] == 1;
    const int p = turned ? it.second : it.first;
    const int q = turned ? it.first : it.second;
    arcs_.push_back({left_[p], right_[q], 0, 1, cost});
    if (!two_sided()) arcs_.push_back({left_[q], right_[p], 0, 1, cost});
  }
}

int Relaxing::add_own_nodes() {
  int nodes = nodes_;
  own_left_.assign(problem_.participants.size(), -1);
  own_right_.assign(problem_.participants.size(), -1);
  for (std::size_t p = 0; p < problem_.participants.size(); ++p) {
    if (left_[p] >= 0) own_left_[p] = nodes++;
    if (right_[p] >= 0) own_right_[p] = nodes++;
  }
  return nodes;
}

// What the k-th of n own wishes granted adds to Σ (share not granted)^4, in millionths.
std::int64_t step_cost(int k, int n) {
  const auto rest = [n](int granted) {
    const double share = static_cast<double>(n - granted) / n;
    return static_cast<std::int64_t>(1e6 * share * share * share * share + 0.5);
  };
  return rest(k) - rest(k - 1);
}

// The face of the most valuable choices: arcs of reduced cost 0 are free, others stay as they are
// (complementary slackness). Own wishes enter and leave a participant through a node of their own.
std::vector<Arc> Relaxing::fair_arcs(const Circulation& best) {
  std::vector<Arc> arcs = arcs_;
  std::vector<int> asked(problem_.participants.size());
  for (std::size_t a = 0; a < arcs.size(); ++a) {
    Arc& arc = arcs[a];
    const std::int64_t reduced = arc.cost + best.potential[arc.from] - best.potential[arc.to];
    if (reduced != 0) arc.lower = arc.upper = best.flow[a];
    arc.cost = 0;
  }
  for (std::size_t i = 0; i < open_.size(); ++i) {
    const Meeting& it = problem_.meetings[open_[i]];
    asked[it.first] += it.first_asked ? 1 : 0;
    asked[it.second] += it.second_asked ? 1 : 0;
    for (std::size_t a = first_arc_[i]; a < first_arc_[i] + (two_sided() ? 1 : 2); ++a) {
      const bool forward = arcs[a].from == left_[it.first];
      const int p = forward ? it.first : it.second;
      const int q = forward ? it.second : it.first;
      if (forward ? it.first_asked : it.second_asked) arcs[a].from = own_left_[p];
      if (forward ? it.second_asked : it.first_asked) arcs[a].to = own_right_[q];
    }
  }
  for (std::size_t p = 0; p < asked.size(); ++p)
    for (int k = 1; k <= std::min(asked[p], timetable_.most(static_cast<int>(p))); ++k) {
      const std::int64_t cost = step_cost(k, asked[p]);
      if (left_[p] >= 0) arcs.push_back({left_[p], own_left_[p], 0, 1, cost});
      if (right_[p] >= 0) arcs.push_back({own_right_[p], right_[p], 0, 1, cost});
    }
  return arcs;
}

void Relaxing::read_flow(const Circulation& fair, Selection& selection) const {
  for (std::size_t i = 0; i < open_.size(); ++i) {
    std::int64_t flow = fair.flow[first_arc_[i]];
    if (!two_sided()) flow += fair.flow[first_arc_[i] + 1];
    selection.chosen[open_[i]] = flow == (two_sided() ? 1 : 2) ? 1 : 0;
    selection.half[open_[i]] = !two_sided() && flow == 1 ? 1 : 0;
  }
}

void Relaxing::read_prices(const Circulation& best, Prices& prices) const {
  const auto& potential = best.potential;
  const std::int64_t scale = two_sided() ? price_scale : price_scale / 2;
  prices.participant.assign(problem_.participants.size(), 0);
  for (std::size_t p = 0; p < prices.participant.size(); ++p) {
    if (left_[p] >= 0) prices.participant[p] += potential[left_[p]] - potential[source];
    if (right_[p] >= 0) prices.participant[p] += potential[sink] - potential[right_[p]];
    prices.participant[p] *= scale;
  }
  const std::int64_t table = std::max<std::int64_t>(0, potential[pooled] - potential[source]);
  for (std::size_t p = 0; p < prices.participant.size(); ++p)
    if (left_[p] >= 0 && pays_tables_[p] != 0)
      prices.participant[p] -= (potential[pooled] - potential[source]) * scale;
  prices.table.assign(problem_.slots.size(), table * price_scale);
}

}  // namespace

Selection select(const Timetable& timetable) {
  return Relaxing(timetable).run();
}

}  // namespace kontor::engine::fair
