#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

#include "base/rng.h"
#include "cli/generate_fair.h"

namespace kontor::cli {

namespace {

using mission::Fair;

// The largest whole number whose square is at most `number`.
std::uint64_t root(std::uint64_t number) {
  std::uint64_t result = 0;
  for (std::uint64_t bit = std::uint64_t{1} << 31U; bit > 0; bit >>= 1U)
    if ((result + bit) * (result + bit) <= number) result += bit;
  return result;
}

// 2^30 × rank^(-eighths/8) in whole numbers, so that every machine draws alike; rank below 2^21.
std::uint64_t weight(std::uint64_t rank, int eighths) {
  constexpr int digits = 21;  // of the eighth root behind the point
  std::uint64_t eighth_root = rank << digits;
  for (int i = 0; i < 3; ++i) eighth_root = root(eighth_root << digits);
  std::uint64_t weight = std::uint64_t{1} << 30U;
  for (int i = 0; i < eighths; ++i) weight = (weight << digits) / eighth_root;
  return std::max<std::uint64_t>(1, weight);
}

// Draws participants by weight.
class Urn {
 public:
  void add(int participant, std::uint64_t weight) {
    participants_.push_back(participant);
    sums_.push_back((sums_.empty() ? 0 : sums_.back()) + weight);
  }
  int draw(base::Rng& rng) const {
    const auto at = std::upper_bound(sums_.begin(), sums_.end(), rng.below(sums_.back()));
    return participants_[at - sums_.begin()];
  }

 private:
  std::vector<int> participants_;
  std::vector<std::uint64_t> sums_;
};

class Inventing {
 public:
  explicit Inventing(const FairOptions& options) : options_(options), rng_(options.seed) {}

  Fair run() {
    make_frame();
    make_participants();
    make_absences();
    make_wishes();
    make_nevers();
    make_promises();
    make_fixed();
    make_orders();
    return std::move(fair_);
  }

 private:
  int all_slots() const { return options_.days * options_.slots; }
  bool percent(base::Rng& rng, int share) { return rng.below(100) < std::uint64_t(share); }

  void make_frame() {
    const int tables =
        options_.tables > 0 ? options_.tables : std::max(1, options_.participants / 5);
    const int morning = options_.slots < 4 ? options_.slots : (options_.slots + 1) / 2;
    for (int day = 1; day <= options_.days; ++day) {
      fair_.sessions.push_back({fmt::format("day{}-morning", day), morning, tables});
      if (morning < options_.slots)
        fair_.sessions.push_back(
            {fmt::format("day{}-afternoon", day), options_.slots - morning, tables});
    }
    base::Rng rng = rng_.split(7);
    for (int t = 0; t < all_slots(); ++t)
      if (percent(rng, options_.uneven)) fair_.tables.push_back({(tables + 1) / 2, t, t});
    for (int s = 0; s < options_.sides && options_.sides > 1; ++s)
      fair_.sides.push_back(
          {fmt::format("side{}", s + 1), options_.own_tables && s == options_.sides - 1});
    for (int g = 0; g < options_.groups; ++g) fair_.groups.push_back(fmt::format("group{}", g + 1));
  }

  // Popularity falls with the rank in a random order like rank^(-6/8), activity like rank^(-3/8).
  void make_participants() {
    base::Rng rng = rng_.split(1);
    std::vector<std::uint64_t> rank(options_.participants);
    for (std::size_t p = 0; p < rank.size(); ++p) rank[p] = p;
    rng.shuffle(std::span(rank));
    urns_.resize(std::max<std::size_t>(1, fair_.sides.size()));
    for (int p = 0; p < options_.participants; ++p) {
      mission::FairParticipant it;
      it.key = fmt::format("P{}", p + 1);
      it.side = fair_.sides.empty() ? -1 : p % static_cast<int>(fair_.sides.size());
      it.group = options_.groups > 0 ? static_cast<int>(rng.below(options_.groups)) : -1;
      if (percent(rng, options_.seats)) it.seats = rng.between(2, 3);
      if (percent(rng, options_.caps)) it.most = all_slots() / 2;
      fair_.participants.push_back(it);
      urns_[std::max(0, it.side)].add(p, weight(1 + rank[p], 6));
      wishers_.add(p, weight(1 + p, 3));
    }
  }

  void make_absences() {
    base::Rng rng = rng_.split(2);
    present_.assign(fair_.participants.size() * all_slots(), true);
    for (int p = 0; p < options_.participants; ++p) {
      if (options_.days > 1 && percent(rng, options_.one_day)) {
        const int day = rng.chance(700) ? 0 : rng.between(1, options_.days - 1);
        miss(p, 0, day * options_.slots);
        miss(p, (day + 1) * options_.slots, all_slots());
        continue;
      }
      if (!percent(rng, options_.absences)) continue;
      const std::size_t session = rng.below(fair_.sessions.size());
      int first = 0;
      for (std::size_t s = 0; s < session; ++s) first += fair_.sessions[s].slots;
      int count = fair_.sessions[session].slots;
      if (rng.chance(500)) {
        const int some = rng.between(1, std::max(1, count / 2));
        first += rng.between(0, count - some);
        count = some;
      }
      if (count == all_slots()) continue;
      miss(p, first, first + count);
    }
  }

  // `p` is absent from slot `begin` until before `end`.
  void miss(int p, int begin, int end) {
    if (begin == end) return;
    fair_.absences.push_back({p, begin, end - 1});
    for (int t = begin; t < end; ++t) present_[p * all_slots() + t] = false;
  }

  // Somebody else to meet: of another side, if there are sides.
  int other_than(int p, base::Rng& rng) const {
    if (fair_.sides.empty()) return urns_[0].draw(rng);
    const int sides = static_cast<int>(fair_.sides.size());
    const int side = (fair_.participants[p].side + rng.between(1, sides - 1)) % sides;
    return urns_[side].draw(rng);
  }

  bool take(int wisher, int other) {
    return wisher != other && wished_.insert(std::int64_t{wisher} << 32 | other).second;
  }

  int points(base::Rng& rng) const {
    if (rng.below(100) < std::uint64_t(options_.musts)) return 0;
    return std::min(rng.between(1, 9), rng.between(1, 9));
  }

  void make_wishes() {
    if (options_.participants < 2) return;
    base::Rng rng = rng_.split(3);
    wished_.reserve(2U * options_.wishes);
    const auto wishes = static_cast<std::size_t>(options_.wishes);
    for (std::size_t tries = 0; fair_.wishes.size() < wishes && tries < 20 * wishes; ++tries) {
      const int wisher = wishers_.draw(rng);
      const int other = other_than(wisher, rng);
      if (!take(wisher, other)) continue;
      fair_.wishes.push_back({wisher, other, points(rng)});
      if (fair_.wishes.size() < wishes && percent(rng, options_.mutual) && take(other, wisher))
        fair_.wishes.push_back({other, wisher, points(rng)});
    }
  }

  // Half of the nevers are vetoes of pairs that one of the two wishes.
  void make_nevers() {
    if (options_.participants < 2) return;
    base::Rng rng = rng_.split(4);
    std::unordered_set<std::int64_t> taken;
    const std::size_t count = fair_.wishes.size() * options_.nevers / 100;
    for (std::size_t tries = 0; fair_.nevers.size() < count && tries < 20 * count; ++tries) {
      mission::FairPair pair{static_cast<int>(rng.below(options_.participants)), 0};
      pair.second = other_than(pair.first, rng);
      if (rng.chance(500)) {
        const auto& wish = fair_.wishes[rng.below(fair_.wishes.size())];
        pair = {wish.wisher, wish.other};
      }
      if (pair.first > pair.second) std::swap(pair.first, pair.second);
      if (pair.first == pair.second) continue;
      if (taken.insert(std::int64_t{pair.first} << 32 | pair.second).second)
        fair_.nevers.push_back(pair);
    }
    vetoed_ = std::move(taken);
  }

  // Only meetings with participants who can meet all that they might are promised, so that promises
  // can be kept while there are tables.
  void make_promises() {
    base::Rng rng = rng_.split(8);
    std::vector<int> might(fair_.participants.size());
    std::vector<std::pair<int, int>> pairs;
    for (const auto& wish : fair_.wishes) {
      const auto [a, b] = std::minmax(wish.wisher, wish.other);
      if (wish.wisher > wish.other && wished_.contains(std::int64_t{a} << 32 | b)) continue;
      if (is_vetoed(a, b) || !can_meet(a, b)) continue;
      pairs.emplace_back(a, b);
      ++might[a];
      ++might[b];
    }
    std::vector<int> sure(might.size());
    for (const auto& [a, b] : pairs) {
      sure[a] += might[b] <= room(b) ? 1 : 0;
      sure[b] += might[a] <= room(a) ? 1 : 0;
    }
    for (std::size_t p = 0; p < sure.size(); ++p)
      if (percent(rng, options_.promises))
        fair_.participants[p].least =
            std::min({rng.between(1, 3), sure[p], room(static_cast<int>(p)) / 2});
  }

  bool can_meet(int a, int b) const {
    for (int t = 0; t < all_slots(); ++t)
      if (present_[a * all_slots() + t] && present_[b * all_slots() + t]) return true;
    return false;
  }

  // Meetings for which `p` has time and wishes to have it.
  int room(int p) const {
    int slots = 0;
    for (int t = 0; t < all_slots(); ++t) slots += present_[p * all_slots() + t] ? 1 : 0;
    const auto& it = fair_.participants[p];
    return it.most < 0 ? it.seats * slots : std::min(it.seats * slots, it.most);
  }

  bool is_vetoed(int a, int b) const {
    return vetoed_.contains(std::int64_t{std::min(a, b)} << 32 | std::max(a, b));
  }

  // At most one fixed meeting of a participant, and few of a slot, so that they never conflict.
  void make_fixed() {
    base::Rng rng = rng_.split(5);
    std::vector<char> bound(fair_.participants.size());
    std::vector<int> load(all_slots());
    const std::size_t count = fair_.wishes.size() * options_.fixed / 1000;
    for (std::size_t tries = 0; fair_.fixed.size() < count && tries < 20 * count; ++tries) {
      const auto& wish = fair_.wishes[rng.below(fair_.wishes.size())];
      const int slot = static_cast<int>(rng.below(all_slots()));
      const int a = wish.wisher;
      const int b = wish.other;
      if (bound[a] != 0 || bound[b] != 0 || is_vetoed(a, b)) continue;
      if (!present_[a * all_slots() + slot] || !present_[b * all_slots() + slot]) continue;
      if (load[slot] >= (fair_.sessions[0].tables + 1) / 2) continue;
      ++load[slot];
      bound[a] = bound[b] = 1;
      fair_.fixed.push_back({{a, b}, slot});
    }
    bound_ = std::move(bound);
  }

  // Of two wishes the one that stands first comes first, so that there are no circles.
  void make_orders() {
    base::Rng rng = rng_.split(6);
    std::unordered_set<std::int64_t> used;
    const std::size_t count = fair_.wishes.size() * options_.orders / 1000;
    for (std::size_t tries = 0; fair_.orders.size() < count && tries < 20 * count; ++tries) {
      const auto one = rng.below(fair_.wishes.size());
      const auto other = rng.below(fair_.wishes.size());
      if (!may_be_ordered(one, used) || !may_be_ordered(other, used) || one == other) continue;
      const auto& earlier = fair_.wishes[std::min(one, other)];
      const auto& later = fair_.wishes[std::max(one, other)];
      const std::int64_t a = pair_key(earlier);
      const std::int64_t b = pair_key(later);
      if (a == b) continue;
      used.insert(a);
      used.insert(b);
      fair_.orders.push_back({{earlier.wisher, earlier.other}, {later.wisher, later.other}});
    }
  }

  static std::int64_t pair_key(const mission::FairWish& wish) {
    return std::int64_t{std::min(wish.wisher, wish.other)} << 32 |
           std::max(wish.wisher, wish.other);
  }
  bool may_be_ordered(std::size_t w, const std::unordered_set<std::int64_t>& used) const {
    const auto& wish = fair_.wishes[w];
    return bound_[wish.wisher] == 0 && bound_[wish.other] == 0 && !used.contains(pair_key(wish));
  }

  FairOptions options_;
  base::Rng rng_;
  Fair fair_;
  std::vector<Urn> urns_;  // of each side, by popularity
  Urn wishers_;
  std::vector<bool> present_;
  std::vector<char> bound_;  // participants with a fixed meeting
  std::unordered_set<std::int64_t> wished_, vetoed_;
};

}  // namespace

mission::Fair invent_fair(const FairOptions& options) {
  return Inventing(options).run();
}

}  // namespace kontor::cli
