#include "engine/fair/improvement.h"

#include <algorithm>
#include <array>
#include <limits>

#include "engine/fair/insertion.h"

namespace kontor::engine::fair {

namespace {

constexpr int deepest = 3;
constexpr int most_idle = 12;                   // rounds in turn that gain nothing
constexpr std::array slots_tried{0, 2, 4, 16};  // at each depth that is left
constexpr std::array chains_tried{4, 8, 16, 64};

class Improving {
 public:
  Improving(Timetable& timetable, base::Rng& rng) : timetable_(timetable), rng_(rng) {}

  // Holds `meeting` for at least `gain` more value; else changes nothing.
  bool hold(int meeting, int depth, std::int64_t gain) {
    ++work_;
    const std::int64_t target = timetable_.value() + gain;
    const std::size_t mark = timetable_.mark();
    if (insert(timetable_, meeting, rng_, Tables::Strict, chains_tried[depth])) {
      if (timetable_.value() >= target) return true;
      timetable_.roll_back(mark);
    }
    if (depth == 0) return false;
    for (const int slot : slots_for(meeting, depth)) {
      if (hold_in(meeting, slot, depth) && timetable_.value() >= target) return true;
      timetable_.roll_back(mark);
    }
    return false;
  }

  // Meetings looked at so far.
  std::int64_t work() const { return work_; }

 private:
  std::vector<int> slots_for(int meeting, int depth) {
    std::vector<int> slots;
    for (int t = 0; t < timetable_.slots(); ++t)
      if (timetable_.may_be_in(meeting, t)) slots.push_back(t);
    rng_.shuffle(std::span(slots));
    if (static_cast<int>(slots.size()) > slots_tried[depth]) slots.resize(slots_tried[depth]);
    return slots;
  }

  // Makes way for `meeting` in `slot` and lets those who made way look for another one.
  bool hold_in(int meeting, int slot, int depth) {
    std::vector<int> away;
    const Meeting& it = timetable_.problem().meetings[meeting];
    for (const int p : {it.first, it.second})
      if (!timetable_.is_free(p, slot) && !send_away(cheapest_at(p, slot), away)) return false;
    for (const int p : {it.first, it.second})
      if (!timetable_.may_have_more(p) && !send_away(cheapest_of(p), away)) return false;
    if (!timetable_.has_table(meeting, slot) && !send_away(cheapest_in(slot), away)) return false;
    while (const auto other = timetable_.out_of_order(meeting, slot))
      if (!send_away(cheaper(-1, *other), away)) return false;
    timetable_.place(meeting, slot);
    for (const int other : away)
      if (timetable_.slot_of(other) < 0) hold(other, depth - 1, 1);
    return true;
  }

  bool send_away(int meeting, std::vector<int>& away) {
    if (meeting < 0) return false;
    timetable_.remove(meeting);
    away.push_back(meeting);
    return true;
  }

  // The less worthy of two meetings that may be sent away; -1 for none.
  int cheaper(int one, int other) const {
    if (other < 0 || timetable_.problem().meetings[other].fixed_slot >= 0) return one;
    return one < 0 || timetable_.worth_of(other) < timetable_.worth_of(one) ? other : one;
  }
  int cheapest_at(int participant, int slot) const {
    int best = -1;
    for (int s = timetable_.first_seat(participant); s < timetable_.first_seat(participant + 1);
         ++s)
      best = cheaper(best, timetable_.occupant(s, slot));
    return best;
  }
  int cheapest_of(int participant) const {
    int best = -1;
    for (int t = 0; t < timetable_.slots(); ++t) best = cheaper(best, cheapest_at(participant, t));
    return best;
  }
  int cheapest_in(int slot) const {
    int best = -1;
    for (const int m : timetable_.meetings_in(slot))
      if (timetable_.problem().meetings[m].host < 0) best = cheaper(best, m);
    return best;
  }

  Timetable& timetable_;
  base::Rng& rng_;
  std::int64_t work_ = 0;
};

// What `meeting` is worth beyond its prices, at most, in 1/price_scale points.
double reduced_worth(const Timetable& timetable, const Prices& prices, int meeting) {
  const Meeting& it = timetable.problem().meetings[meeting];
  const auto price = [&](int p, int t) {
    return prices.time.empty() ? 0 : prices.time[std::size_t(p) * timetable.slots() + t];
  };
  std::int64_t cheapest = std::numeric_limits<std::int64_t>::max();
  for (int t = 0; t < timetable.slots(); ++t)
    if (timetable.may_be_in(meeting, t))
      cheapest = std::min(
          cheapest, price(it.first, t) + price(it.second, t) + (it.host < 0 ? prices.table[t] : 0));
  return static_cast<double>(timetable.worth_of(meeting)) * price_scale -
         static_cast<double>(prices.participant[it.first]) -
         static_cast<double>(prices.participant[it.second]) - static_cast<double>(cheapest);
}

bool keeps_promise(const Timetable& timetable, int meeting) {
  const Meeting& it = timetable.problem().meetings[meeting];
  return timetable.held(it.first) < timetable.problem().participants[it.first].least ||
         timetable.held(it.second) < timetable.problem().participants[it.second].least;
}

// Meetings that could close the gap: its part in musts and promises, and its part in wants.
std::vector<int> candidates(const Timetable& timetable, const Prices& prices, std::int64_t bound) {
  const std::int64_t gap = bound - timetable.value();
  const double all = static_cast<double>(gap) * price_scale;
  const double wants =
      static_cast<double>(gap % weights(timetable.problem()).promise) * price_scale;
  std::vector<int> found;
  for (int m = 0; m < static_cast<int>(timetable.problem().meetings.size()); ++m) {
    if (timetable.slot_of(m) >= 0) continue;
    const bool first = timetable.problem().meetings[m].musts > 0 || keeps_promise(timetable, m);
    if (reduced_worth(timetable, prices, m) > -(first ? all : wants)) found.push_back(m);
  }
  std::stable_sort(found.begin(), found.end(),
                   [&](int a, int b) { return timetable.worth_of(a) > timetable.worth_of(b); });
  return found;
}

}  // namespace

void improve_value(Timetable& timetable, const Prices& prices, std::int64_t bound, int rounds,
                   base::Rng& rng, const std::function<bool()>& stop) {
  Improving improving(timetable, rng);
  const std::int64_t most_work =
      50'000 + 10 * static_cast<std::int64_t>(timetable.problem().meetings.size());
  int idle = 0;
  for (int round = 0; round < rounds && idle < most_idle && timetable.value() < bound; ++round) {
    const std::int64_t before = timetable.value();
    for (const int m : candidates(timetable, prices, bound)) {
      if ((stop && stop()) || improving.work() > most_work) return;
      if (timetable.slot_of(m) < 0) improving.hold(m, deepest, rng.chance(500) ? 0 : 1);
      timetable.forget();
      if (timetable.value() == bound) return;
    }
    idle = timetable.value() > before ? 0 : idle + 1;
  }
}

}  // namespace kontor::engine::fair
