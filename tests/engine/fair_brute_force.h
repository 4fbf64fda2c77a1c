#pragma once
#include <algorithm>
#include <cstdint>
#include <map>
#include <vector>

#include "engine/fair/plan.h"

namespace kontor::engine::fair {

// Shares of own wishes granted, sorted from the least: larger is fairer (leximin).
using Fairness = std::vector<double>;

// Tries every slot for every meeting and keeps the extremes over all plans. Shares nothing with the
// checker.
class BruteForce {
 public:
  explicit BruteForce(const Problem& problem) : problem_(problem), weights_(weights(problem)) {
    used_.assign(problem.participants.size() * problem.slots.size(), 0);
    held_.assign(problem.participants.size(), 0);
    load_.assign(problem.slots.size(), 0);
    slot_.assign(problem.meetings.size(), -1);
    descend(0, 0);
  }

  // The most value of all plans; -1 if there is none.
  std::int64_t best() const { return best_; }
  // The fairest of the plans with the most value.
  const Fairness& fairest() const { return fairest_; }
  // Most points of wants among plans that are worth as much as `worth` in musts and promises.
  std::int64_t most_points(const Worth& worth) const {
    return points_.at(worth.musts * weights_.must + worth.promised * weights_.promise);
  }
  // The largest least share among plans worth `value` or more.
  double largest_least_share(std::int64_t value) const {
    double most = 0;
    for (auto at = least_share_.lower_bound(value); at != least_share_.end(); ++at)
      most = std::max(most, at->second);
    return most;
  }
  // Fewest breaks of plans that hold the same meetings as `plan`.
  int fewest_breaks(const Plan& plan) const {
    std::uint64_t held = 0;
    for (std::size_t m = 0; m < plan.size(); ++m)
      held |= plan[m].slot >= 0 ? std::uint64_t{1} << m : 0;
    return breaks_.at(held);
  }

 private:
  void descend(std::size_t m, std::int64_t value) {
    if (m == problem_.meetings.size()) return take(value);
    const Meeting& it = problem_.meetings[m];
    if (it.fixed_slot < 0) descend(m + 1, value);
    for (int t = 0; t < static_cast<int>(load_.size()); ++t)
      if ((it.fixed_slot < 0 || it.fixed_slot == t) && fits(m, t)) {
        change(m, t, 1);
        slot_[m] = t;
        descend(m + 1, value + it.points + it.musts * weights_.must);
        slot_[m] = -1;
        change(m, t, -1);
      }
  }

  void take(std::int64_t value) {
    for (std::size_t p = 0; p < held_.size(); ++p)
      value += std::min(held_[p], problem_.participants[p].least) * weights_.promise;
    std::int64_t points = 0;
    std::uint64_t held = 0;
    for (std::size_t m = 0; m < slot_.size(); ++m)
      if (slot_[m] >= 0) {
        points += problem_.meetings[m].points;
        held |= std::uint64_t{1} << m;
      }
    std::int64_t& most = points_[value - points];
    most = std::max(most, points);
    const auto [at, added] = breaks_.emplace(held, breaks());
    at->second = std::min(at->second, breaks());
    const Fairness fairness = sorted_shares();
    double& share = least_share_[value];
    share = std::max(share, fairness.empty() ? 1 : fairness.front());
    if (value > best_ || (value == best_ && fairness > fairest_)) {
      best_ = value;
      fairest_ = fairness;
    }
  }

  Fairness sorted_shares() const {
    std::vector<double> asked(held_.size()), granted(held_.size());
    for (std::size_t m = 0; m < slot_.size(); ++m) {
      const Meeting& it = problem_.meetings[m];
      for (const auto& [p, wished] :
           {std::pair(it.first, it.first_asked), std::pair(it.second, it.second_asked)}) {
        asked[p] += wished ? 1 : 0;
        granted[p] += wished && slot_[m] >= 0 ? 1 : 0;
      }
    }
    Fairness out;
    for (std::size_t p = 0; p < asked.size(); ++p)
      if (asked[p] > 0) out.push_back(granted[p] / asked[p]);
    std::sort(out.begin(), out.end());
    return out;
  }

  int breaks() const {
    int sum = 0;
    const std::size_t slots = load_.size();
    for (std::size_t p = 0; p < held_.size(); ++p)
      for (std::size_t last = slots, t = 0; t < slots; ++t) {
        if (used_[p * slots + t] == 0) continue;
        const bool joined =
            last < slots && (problem_.breaks_span_sessions ||
                             problem_.slots[last].session == problem_.slots[t].session);
        sum += joined && t > last + 1 ? 1 : 0;
        last = t;
      }
    return sum;
  }

  bool fits(std::size_t m, int t) const {
    const Meeting& it = problem_.meetings[m];
    for (const int p : {it.first, it.second}) {
      const Participant& who = problem_.participants[p];
      if (std::count(who.absent_slots.begin(), who.absent_slots.end(), t) > 0) return false;
      if (used_[p * load_.size() + t] == who.seats) return false;
      if (who.most >= 0 && held_[p] == who.most) return false;
    }
    if (it.host < 0 && load_[t] == problem_.slots[t].tables) return false;
    for (const Precedence& order : problem_.precedences)
      if (order.later == static_cast<int>(m) && slot_[order.earlier] >= t) return false;
    return true;
  }

  void change(std::size_t m, int t, int by) {
    const Meeting& it = problem_.meetings[m];
    for (const int p : {it.first, it.second}) {
      used_[p * load_.size() + t] += by;
      held_[p] += by;
    }
    load_[t] += it.host < 0 ? by : 0;
  }

  const Problem& problem_;
  const Weights weights_;
  std::vector<int> used_, held_, load_, slot_;
  std::int64_t best_ = -1;
  Fairness fairest_;
  std::map<std::int64_t, std::int64_t> points_;  // most points beside what musts and promises add
  std::map<std::int64_t, double> least_share_;   // the largest, by value
  std::map<std::uint64_t, int> breaks_;          // the fewest, by the meetings held
};

}  // namespace kontor::engine::fair
