#include "engine/fair/ejection.h"

#include <array>

#include "engine/fair/insertion.h"

namespace kontor::engine::fair {

namespace {

constexpr std::array slots_tried{0, 2, 4, 16};  // at each depth that is left
constexpr std::array chains_tried{4, 8, 16, 64};

}  // namespace

bool Ejection::hold(int meeting, int depth, std::int64_t gain, const Judge& judge) {
  ++work_;
  const std::int64_t target = timetable_.value() + gain;
  const std::size_t mark = timetable_.mark();
  const auto good = [&] { return timetable_.value() >= target && (!judge || judge(mark)); };
  if (insert(timetable_, meeting, rng_, Tables::Strict, chains_tried[depth])) {
    if (good()) return true;
    timetable_.roll_back(mark);
  }
  if (depth == 0) return false;
  for (const int slot : slots_for(meeting, depth)) {
    if (hold_in(meeting, slot, depth) && good()) return true;
    timetable_.roll_back(mark);
  }
  return false;
}

std::vector<int> Ejection::slots_for(int meeting, int depth) {
  std::vector<int> slots;
  for (int t = 0; t < timetable_.slots(); ++t)
    if (timetable_.may_be_in(meeting, t)) slots.push_back(t);
  rng_.shuffle(std::span(slots));
  if (static_cast<int>(slots.size()) > slots_tried[depth]) slots.resize(slots_tried[depth]);
  return slots;
}

// Makes way for `meeting` in `slot` and lets those who made way look for another one.
bool Ejection::hold_in(int meeting, int slot, int depth) {
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

bool Ejection::send_away(int meeting, std::vector<int>& away) {
  if (meeting < 0) return false;
  timetable_.remove(meeting);
  away.push_back(meeting);
  return true;
}

// The less worthy of two meetings that may be sent away; -1 for none.
int Ejection::cheaper(int one, int other) const {
  if (other < 0 || timetable_.problem().meetings[other].fixed_slot >= 0) return one;
  return one < 0 || timetable_.worth_of(other) < timetable_.worth_of(one) ? other : one;
}

int Ejection::cheapest_at(int participant, int slot) const {
  int best = -1;
  for (int s = timetable_.first_seat(participant); s < timetable_.first_seat(participant + 1); ++s)
    best = cheaper(best, timetable_.occupant(s, slot));
  return best;
}

int Ejection::cheapest_of(int participant) const {
  int best = -1;
  for (int t = 0; t < timetable_.slots(); ++t) best = cheaper(best, cheapest_at(participant, t));
  return best;
}

int Ejection::cheapest_in(int slot) const {
  int best = -1;
  for (const int m : timetable_.meetings_in(slot))
    if (timetable_.problem().meetings[m].host < 0) best = cheaper(best, m);
  return best;
}

}  // namespace kontor::engine::fair
