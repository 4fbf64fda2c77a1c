#include <algorithm>
#include <functional>

#include "engine/fair/check.h"

namespace kontor::engine::fair {

namespace {

// Consecutive slots of one session, or of all, in which a participant is present.
struct Run {
  int part = 0;  // the session; 0 for all where breaks span them
  int first = 0;
  int last = 0;
};

class Bounding {
 public:
  Bounding(const Problem& problem, const Plan& plan)
      : problem_(problem), slots_(static_cast<int>(problem.slots.size())) {
    for (const Participant& it : problem.participants) {
      present_.insert(present_.end(), slots_, 1);
      for (const int t : it.absent_slots) present_[present_.size() - slots_ + t] = 0;
    }
    held_.resize(problem.participants.size());
    for (int m = 0; m < static_cast<int>(plan.size()); ++m)
      if (plan[m].slot >= 0)
        for (const int p : {problem.meetings[m].first, problem.meetings[m].second})
          held_[p].push_back(m);
  }

  int run() const {
    int sum = 0;
    for (int p = 0; p < static_cast<int>(held_.size()); ++p) sum += fewest(p);
    return sum;
  }

 private:
  bool present(int p, int t) const {
    return present_[static_cast<std::size_t>(p) * slots_ + t] != 0;
  }
  int part(int t) const { return problem_.breaks_span_sessions ? 0 : problem_.slots[t].session; }

  std::vector<Run> runs(int p) const {
    std::vector<Run> found;
    for (int t = 0; t < slots_; ++t) {
      if (!present(p, t)) continue;
      if (!found.empty() && found.back().last == t - 1 && found.back().part == part(t))
        found.back().last = t;
      else
        found.push_back({part(t), t, t});
    }
    return found;
  }

  // Meetings of `p` that fit into `run`, at most.
  int room(int p, const Run& run) const {
    int possible = 0;
    for (const int m : held_[p]) {
      const Meeting& it = problem_.meetings[m];
      const int other = it.first == p ? it.second : it.first;
      const auto fits = [&](int t) {
        return it.fixed_slot >= 0 ? it.fixed_slot == t : present(other, t);
      };
      bool any = false;
      for (int t = run.first; t <= run.last && !any; ++t) any = fits(t);
      possible += any ? 1 : 0;
    }
    return std::min(possible, problem_.participants[p].seats * (run.last - run.first + 1));
  }

  bool is_used(int p, const Run& run) const {
    return std::any_of(held_[p].begin(), held_[p].end(), [&](int m) {
      const int t = problem_.meetings[m].fixed_slot;
      return t >= run.first && t <= run.last;
    });
  }

  // Of every part the runs with fixed meetings, or else its largest one, are free; each further run
  // used is a break. The largest first until all meetings have room.
  int fewest(int p) const {
    if (held_[p].size() < 2) return 0;
    const std::vector<Run> all = runs(p);
    std::vector<int> extra;  // rooms of runs that each cost a break
    int left = static_cast<int>(held_[p].size());
    int breaks = 0;
    for (std::size_t i = 0; i < all.size();) {
      std::size_t end = i;
      std::vector<int> unused;
      int used = 0;
      for (; end < all.size() && all[end].part == all[i].part; ++end) {
        const int here = room(p, all[end]);
        const bool must = is_used(p, all[end]);
        if (must) left -= here;
        if (must) ++used;
        if (!must) unused.push_back(here);
      }
      std::sort(unused.begin(), unused.end(), std::greater());
      if (used == 0 && !unused.empty()) {
        left -= unused.front();
        unused.erase(unused.begin());
      }
      breaks += std::max(0, used - 1);
      extra.insert(extra.end(), unused.begin(), unused.end());
      i = end;
    }
    std::sort(extra.begin(), extra.end(), std::greater());
    for (std::size_t i = 0; i < extra.size() && left > 0; ++i) {
      left -= extra[i];
      ++breaks;
    }
    return breaks;
  }

  const Problem& problem_;
  int slots_;
  std::vector<char> present_;
  std::vector<std::vector<int>> held_;  // meetings of each participant
};

}  // namespace

int breaks_bound(const Problem& problem, const Plan& plan) {
  return Bounding(problem, plan).run();
}

}  // namespace kontor::engine::fair
