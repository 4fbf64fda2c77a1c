#include "engine/fair/worst_off.h"

#include <algorithm>
#include <map>

#include "engine/fair/ejection.h"
#include "engine/fair/reduced_worth.h"

namespace kontor::engine::fair {

namespace {

bool less(const Share& one, const Share& other) {
  return std::int64_t{one.granted} * other.asked < std::int64_t{other.granted} * one.asked;
}

class Serving {
 public:
  Serving(Timetable& timetable, const Prices& prices, std::int64_t bound, base::Rng& rng)
      : timetable_(timetable), problem_(timetable.problem()), ejection_(timetable, rng) {
    const std::size_t count = problem_.participants.size();
    shares_.resize(count);
    wishes_.resize(count);
    group_sum_.resize(problem_.groups);
    group_size_.resize(problem_.groups);
    const double slack = static_cast<double>(bound - timetable.value()) * price_scale;
    for (int m = 0; m < static_cast<int>(problem_.meetings.size()); ++m) {
      const bool held = timetable.slot_of(m) >= 0;
      const bool allowed = !held && reduced_worth(timetable, prices, m) >= -slack;
      for (const int p : wishers(m)) {
        ++shares_[p].asked;
        shares_[p].granted += held ? 1 : 0;
        if (allowed) wishes_[p].push_back(m);
      }
    }
    for (std::size_t p = 0; p < count; ++p) {
      const int group = problem_.participants[p].group;
      if (group < 0 || shares_[p].asked == 0) continue;
      ++group_size_[group];
      group_sum_[group] += millionths(shares_[p]);
    }
  }

  void run(const Stop& stop) {
    const std::int64_t most_work = 20'000 + 2 * static_cast<std::int64_t>(problem_.meetings.size());
    for (bool any = true; any;) {
      any = false;
      for (const int p : worst_first())
        for (const int m : wishes_[p]) {
          if (ejection_.work() > most_work || (stop && stop())) return;
          if (timetable_.slot_of(m) >= 0) continue;
          const auto judge = [this](std::size_t mark) { return is_better(mark); };
          if (ejection_.hold(m, Ejection::deepest - 1, 0, judge)) {
            take_over();
            any = true;
          }
          timetable_.forget();
        }
    }
  }

 private:
  // Those who asked for meeting `m`.
  std::vector<int> wishers(int m) const {
    const Meeting& it = problem_.meetings[m];
    std::vector<int> all;
    if (it.first_asked) all.push_back(it.first);
    if (it.second_asked) all.push_back(it.second);
    return all;
  }

  static std::int64_t millionths(const Share& share) {
    return std::int64_t{1'000'000} * share.granted / std::max(1, share.asked);
  }

  std::vector<int> worst_first() const {
    std::vector<int> order;
    for (int p = 0; p < static_cast<int>(shares_.size()); ++p)
      if (shares_[p].granted < shares_[p].asked && !wishes_[p].empty()) order.push_back(p);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return less(shares_[a], shares_[b]); });
    return order;
  }

  // Keeps in changes_ what changed since `mark`: wishes granted, more or fewer, of participants.
  void find_changes(std::size_t mark) {
    changes_.clear();
    for (const auto& [m, was_held] : timetable_.changed_since(mark)) {
      const bool is_held = timetable_.slot_of(m) >= 0;
      if (is_held != was_held)
        for (const int p : wishers(m)) changes_[p] += is_held ? 1 : -1;
    }
  }

  bool is_better(std::size_t mark) {
    find_changes(mark);
    std::vector<Share> before, after;
    for (const auto& [p, change] : changes_) {
      if (change == 0) continue;
      before.push_back(shares_[p]);
      after.push_back({shares_[p].granted + change, shares_[p].asked});
    }
    std::sort(before.begin(), before.end(), less);
    std::sort(after.begin(), after.end(), less);
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (less(before[i], after[i])) return true;
      if (less(after[i], before[i])) return false;
    }
    return group_means(true) > group_means(false);
  }

  // The mean share of each group, from the least, now or with the changes.
  std::vector<std::int64_t> group_means(bool changed) const {
    std::vector<std::int64_t> sums = group_sum_;
    if (changed) add_changes(sums);
    for (std::size_t g = 0; g < sums.size(); ++g) sums[g] /= std::max(1, group_size_[g]);
    std::sort(sums.begin(), sums.end());
    return sums;
  }

  void add_changes(std::vector<std::int64_t>& sums) const {
    for (const auto& [p, change] : changes_)
      if (const int group = problem_.participants[p].group; group >= 0)
        sums[group] +=
            millionths({shares_[p].granted + change, shares_[p].asked}) - millionths(shares_[p]);
  }

  void take_over() {
    add_changes(group_sum_);
    for (const auto& [p, change] : changes_) shares_[p].granted += change;
  }

  Timetable& timetable_;
  const Problem& problem_;
  Ejection ejection_;
  std::vector<Share> shares_;             // of each participant
  std::vector<std::vector<int>> wishes_;  // of each participant, not granted, that may be
  std::vector<std::int64_t> group_sum_;   // of shares, in millionths
  std::vector<int> group_size_;           // participants with wishes
  std::map<int, int> changes_;
};

}  // namespace

void serve_worst_off(Timetable& timetable, const Prices& prices, std::int64_t bound, base::Rng& rng,
                     const Stop& stop) {
  Serving(timetable, prices, bound, rng).run(stop);
}

}  // namespace kontor::engine::fair
