#include "engine/fair/relaxation.h"

#include <algorithm>

namespace kontor::engine::fair {

namespace {

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

bool fits_somewhere(const Timetable& timetable, int m) {
  const Meeting& it = timetable.problem().meetings[m];
  if (it.fixed_slot >= 0) return false;
  if (!timetable.may_have_more(it.first) || !timetable.may_have_more(it.second)) return false;
  for (int t = 0; t < timetable.slots(); ++t)
    if (timetable.is_free(it.first, t) && timetable.is_free(it.second, t) &&
        timetable.has_table(m, t))
      return true;
  return false;
}

class Building {
 public:
  Building(const Timetable& timetable, const Weights& weights, Costs costs)
      : timetable_(timetable), problem_(timetable.problem()), weights_(weights), costs_(costs) {}

  Relaxation run() {
    for (int m = 0; m < static_cast<int>(problem_.meetings.size()); ++m)
      if (fits_somewhere(timetable_, m)) out_.open.push_back(m);
    side_ = two_sides(problem_, out_.open);
    out_.two_sided = !side_.empty();
    if (costs_ == Costs::Fine) out_.cost_scale = out_.two_sided ? price_scale : price_scale / 2;
    count_meetings();
    out_.crowded = crowded_sets(timetable_, out_.open);
    add_frame();
    for (int p = 0; p < static_cast<int>(wished_.size()); ++p) add_copies(p);
    for (const int m : out_.open) add_meeting(m);
    return std::move(out_);
  }

 private:
  void count_meetings() {
    wished_.assign(problem_.participants.size(), 0);
    hosted_.assign(problem_.participants.size(), 0);
    for (const int m : out_.open)
      for (const int p : {problem_.meetings[m].first, problem_.meetings[m].second}) {
        ++wished_[p];
        hosted_[p] += problem_.meetings[m].host >= 0 ? 1 : 0;
      }
  }

  void add_frame() {
    std::int64_t tables = 0;
    for (int t = 0; t < timetable_.slots(); ++t)
      tables += problem_.slots[t].tables - timetable_.load(t);
    out_.nodes = 3;
    out_.arcs.push_back({sink_node, source_node, 0, endless, 0});
    out_.arcs.push_back({source_node, pooled_node, 0, out_.two_sided ? tables : 2 * tables, 0});
    out_.left.assign(wished_.size(), -1);
    out_.right.assign(wished_.size(), -1);
  }

  void add_copies(int p) {
    if (wished_[p] == 0) return;
    if (!out_.two_sided || side_[p] == 0) {
      const bool pays = hosted_[p] == 0;
      const int from = pays ? pooled_node : source_node;
      out_.left[p] = add_copy(p, from, true);
      out_.copies.back().pays_tables = pays;
    }
    if (!out_.two_sided || side_[p] == 1) out_.right[p] = add_copy(p, sink_node, false);
  }

  int add_copy(int p, int outer, bool left) {
    Copy copy;
    copy.participant = p;
    copy.room = timetable_.most(p) - timetable_.held(p);
    copy.wished = wished_[p];
    copy.promised = std::clamp(problem_.participants[p].least - timetable_.held(p), 0, copy.room);
    copy.first_arc = out_.arcs.size();
    const bool limited = copy.wished > copy.room || copy.promised > 0;
    copy.node = limited ? out_.nodes++ : outer;
    const auto add = [&](std::int64_t upper, std::int64_t cost) {
      out_.arcs.push_back(left ? Arc{outer, copy.node, 0, upper, cost}
                               : Arc{copy.node, outer, 0, upper, cost});
      ++copy.arcs;
    };
    if (copy.promised > 0) add(copy.promised, -weights_.promise * out_.cost_scale);
    if (limited) add(copy.room - copy.promised, 0);
    add_blocks(copy, left);
    out_.copies.push_back(copy);
    return static_cast<int>(out_.copies.size()) - 1;
  }

  void add_blocks(Copy& copy, bool left) {
    copy.first_block = out_.blocks.size();
    for (const CrowdedSet& set : out_.crowded[copy.participant]) {
      const int parent = set.parent < 0 ? -1 : static_cast<int>(copy.first_block) + set.parent;
      const int outer = parent < 0 ? copy.node : out_.blocks[parent].node;
      const int node = out_.nodes++;
      out_.blocks.push_back({parent, node, out_.arcs.size()});
      out_.arcs.push_back(left ? Arc{outer, node, 0, set.room, 0}
                               : Arc{node, outer, 0, set.room, 0});
      ++copy.blocks;
    }
  }

  End end(int copy, const SlotSet& slots) const {
    const Copy& it = out_.copies[copy];
    const int set = least_containing(out_.crowded[it.participant], slots);
    return {copy, set < 0 ? -1 : static_cast<int>(it.first_block) + set};
  }
  int node(const End& end) const {
    return end.block < 0 ? out_.copies[end.copy].node : out_.blocks[end.block].node;
  }

  void add_meeting(int m) {
    const Meeting& it = problem_.meetings[m];
    const SlotSet slots = common_slots(timetable_, m);
    out_.first_arc.push_back(out_.arcs.size());
    const auto add = [&](int from, int to) {
      const End left = end(out_.left[from], slots);
      const End right = end(out_.right[to], slots);
      out_.ends.push_back({left, right});
      out_.arcs.push_back({node(left), node(right), 0, 1, -worth(it, weights_) * out_.cost_scale});
    };
    const bool turned = out_.two_sided && side_[it.first] == 1;
    add(turned ? it.second : it.first, turned ? it.first : it.second);
    if (!out_.two_sided) add(it.second, it.first);
  }

  const Timetable& timetable_;
  const Problem& problem_;
  const Weights weights_;
  const Costs costs_;
  std::vector<char> side_;
  std::vector<int> wished_, hosted_;  // open meetings of each participant, those at own tables
  Relaxation out_;
};

}  // namespace

Relaxation relax(const Timetable& timetable, const Weights& weights, Costs costs) {
  return Building(timetable, weights, costs).run();
}

namespace {

// Potentials in 1/`of` points, as prices.
struct Scale {
  std::int64_t of = 1;

  // Cut where it would be too large to add.
  std::int64_t price(std::int64_t difference) const {
    constexpr std::int64_t most = std::int64_t{1} << 57;
    const std::int64_t times = price_scale / of;
    return std::clamp(difference, -most / times, most / times) * times;
  }
};

// The price of a crowded set is one of the participant's time in each of its slots.
void add_time_prices(const Relaxation& relaxation, const std::vector<std::int64_t>& potential,
                     const Scale& scale, Prices& prices) {
  if (relaxation.blocks.empty()) return;
  const std::size_t slots = prices.table.size();
  prices.time.assign(prices.participant.size() * slots, 0);
  for (const Copy& copy : relaxation.copies) {
    for (int i = 0; i < copy.blocks; ++i) {
      const Arc& arc = relaxation.arcs[relaxation.blocks[copy.first_block + i].arc];
      const std::int64_t price = scale.price(potential[arc.to] - potential[arc.from]);
      if (price <= 0) continue;
      const SlotSet& set = relaxation.crowded[copy.participant][i].slots;
      for (std::size_t t = 0; t < slots; ++t)
        if ((set[t / 64] >> (t % 64) & 1U) != 0) prices.time[copy.participant * slots + t] += price;
    }
  }
}

}  // namespace

// With potentials u of a cheapest circulation, an arc with room left has cost + u(from) − u(to) ≥
// 0; the difference of potentials along the way to a copy is the price of a meeting there.
Prices prices_of(const Relaxation& relaxation, const Problem& problem,
                 const Circulation& cheapest) {
  const auto& potential = cheapest.potential;
  // Without two sides each potential counts half.
  const Scale scale{relaxation.two_sided ? relaxation.cost_scale : 2 * relaxation.cost_scale};
  const std::int64_t pool = potential[pooled_node] - potential[source_node];
  Prices prices;
  prices.participant.assign(problem.participants.size(), 0);
  for (std::size_t p = 0; p < prices.participant.size(); ++p) {
    if (const int c = relaxation.left[p]; c >= 0) {
      const Copy& copy = relaxation.copies[c];
      prices.participant[p] += potential[copy.node] - potential[source_node];
      if (copy.pays_tables) prices.participant[p] -= pool;
    }
    if (const int c = relaxation.right[p]; c >= 0)
      prices.participant[p] += potential[sink_node] - potential[relaxation.copies[c].node];
    prices.participant[p] = scale.price(prices.participant[p]);
  }
  prices.table.assign(problem.slots.size(),
                      Scale{relaxation.cost_scale}.price(std::max<std::int64_t>(0, pool)));
  add_time_prices(relaxation, potential, scale, prices);
  return prices;
}

}  // namespace kontor::engine::fair
