#include "engine/fair/breaks.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "engine/fair/chains.h"

namespace kontor::engine::fair {

namespace {

bool joined(const Problem& problem, int slot, int next) {
  return problem.breaks_span_sessions || problem.slots[slot].session == problem.slots[next].session;
}

class Reducing {
 public:
  Reducing(Timetable& timetable, base::Rng& rng) : timetable_(timetable), rng_(rng) {
    last_seen_.assign(timetable.problem().participants.size(), 0);
  }

  // Tries the moves of one participant; whether it has breaks left.
  bool reduce(int participant) {
    int breaks = breaks_of(timetable_, participant);
    if (breaks == 0) return false;
    std::vector<int> ends, beside;
    find_slots(participant, ends, beside);
    rng_.shuffle(std::span(ends));
    rng_.shuffle(std::span(beside));
    for (const int from : ends)
      for (const int to : beside)
        if (try_move(participant, from, to)) return breaks_of(timetable_, participant) > 0;
    return true;
  }

 private:
  // The slots at the ends of runs, and the free ones beside runs.
  void find_slots(int participant, std::vector<int>& ends, std::vector<int>& beside) const {
    const Problem& problem = timetable_.problem();
    for (int t = 0; t < timetable_.slots(); ++t) {
      const bool busy = timetable_.has_meeting(participant, t);
      bool edge = false;
      for (const int near : {t - 1, t + 1})
        if (near >= 0 && near < timetable_.slots() && joined(problem, t, near))
          edge |= timetable_.has_meeting(participant, near) != busy;
      if (busy) edge = true;
      if (edge) (busy ? ends : beside).push_back(t);
    }
  }

  bool try_move(int participant, int from, int to) {
    if (!timetable_.is_present(participant, to)) return false;
    int meeting = -1;
    for (int s = timetable_.first_seat(participant); s < timetable_.first_seat(participant + 1);
         ++s)
      if (timetable_.occupant(s, from) >= 0) meeting = timetable_.occupant(s, from);
    if (meeting < 0 || !timetable_.may_be_in(meeting, to)) return false;
    const std::vector<int> chain = chain_of(timetable_, meeting, to);
    constexpr std::size_t longest = 200;
    if (chain.empty() || chain.size() > longest) return false;
    const int before = breaks_along(chain);
    if (!try_swap(timetable_, chain, from, to)) return false;
    const int after = breaks_along(chain);
    if (after < before || (after == before && rng_.chance(100))) return true;
    timetable_.swap(chain, from, to);
    return false;
  }

  int breaks_along(const std::vector<int>& chain) {
    ++now_;
    int sum = 0;
    for (const int m : chain) {
      const Meeting& it = timetable_.problem().meetings[m];
      for (const int p : {it.first, it.second})
        if (std::exchange(last_seen_[p], now_) != now_) sum += breaks_of(timetable_, p);
    }
    return sum;
  }

  Timetable& timetable_;
  base::Rng& rng_;
  std::vector<int> last_seen_;  // number of the sum in which a participant was counted last
  int now_ = 0;
};

}  // namespace

int breaks_of(const Timetable& timetable, int participant) {
  const Problem& problem = timetable.problem();
  int breaks = 0;
  int last = -1;
  const auto busy = timetable.busy(participant);
  for (int w = 0; w < timetable.words(); ++w)
    for (std::uint64_t bits = busy[w]; bits != 0; bits &= bits - 1) {
      const int slot = w * 64 + std::countr_zero(bits);
      if (last >= 0 && slot > last + 1 && joined(problem, last, slot)) ++breaks;
      last = slot;
    }
  return breaks;
}

void reduce_breaks(Timetable& timetable, int rounds, base::Rng& rng, const Stop& stop) {
  Reducing reducing(timetable, rng);
  std::vector<int> left(timetable.problem().participants.size());
  for (std::size_t p = 0; p < left.size(); ++p) left[p] = static_cast<int>(p);
  for (int round = 0; round < rounds; ++round) {
    bool any = false;
    rng.shuffle(std::span(left));
    for (const int p : left) {
      if (stop && stop()) return;
      any |= reducing.reduce(p);
      timetable.forget();
    }
    if (!any) return;
  }
}

}  // namespace kontor::engine::fair
