#include "engine/fair/insertion.h"

#include <algorithm>
#include <bit>

#include "engine/fair/chains.h"

namespace kontor::engine::fair {

namespace {

// Meetings of `participant` in the slots beside `slot`.
int company(const Timetable& timetable, int participant, int slot) {
  const auto& slots = timetable.problem().slots;
  int count = 0;
  for (const int near : {slot - 1, slot + 1})
    if (near >= 0 && near < timetable.slots() && slots[near].session == slots[slot].session)
      count += timetable.has_meeting(participant, near) ? 1 : 0;
  return count;
}

int table_room(const Timetable& timetable, int slot) {
  return timetable.problem().slots[slot].tables - timetable.load(slot);
}

bool insert_directly(Timetable& timetable, int meeting, Tables tables) {
  const Meeting& it = timetable.problem().meetings[meeting];
  int best = -1;
  std::int64_t best_score = 0;
  for (int w = 0; w < timetable.words(); ++w)
    for (std::uint64_t bits = timetable.free(it.first)[w] & timetable.free(it.second)[w]; bits != 0;
         bits &= bits - 1) {
      const int slot = w * 64 + std::countr_zero(bits);
      const bool has_table = timetable.has_table(meeting, slot);
      if (!has_table && tables == Tables::Strict) continue;
      if (!timetable.in_order(meeting, slot)) continue;
      const std::int64_t score =
          (has_table ? std::int64_t{1} << 40 : 0) +
          (std::int64_t{company(timetable, it.first, slot) + company(timetable, it.second, slot)}
           << 30) +
          table_room(timetable, slot) + (std::int64_t{1} << 20);
      if (score > best_score) {
        best_score = score;
        best = slot;
      }
    }
  if (best < 0) return false;
  timetable.place(meeting, best);
  return true;
}

// Frees `seat` in `slot` by moving its chain to `other`, where `seat` is free.
bool free_by_chain(Timetable& timetable, int seat, int slot, int other, int avoided,
                   Tables tables) {
  const std::vector<int> chain = path_from(timetable, seat, slot, other, avoided);
  return !chain.empty() && try_swap(timetable, chain, slot, other, tables == Tables::Strict);
}

std::vector<int> free_slots(const Timetable& timetable, int participant) {
  std::vector<int> slots;
  for (int w = 0; w < timetable.words(); ++w)
    for (std::uint64_t bits = timetable.free(participant)[w]; bits != 0; bits &= bits - 1)
      slots.push_back(w * 64 + std::countr_zero(bits));
  return slots;
}

int seat_with(const Timetable& timetable, int participant, int slot, bool free) {
  for (int s = timetable.first_seat(participant); s < timetable.first_seat(participant + 1); ++s)
    if ((timetable.occupant(s, slot) < 0) == free) return s;
  return -1;
}

// Tries to hold `meeting` in `slot`, where `here` is free and `there` is not, but is in `other`.
bool insert_by_chain(Timetable& timetable, int meeting, int slot, int other, bool turned,
                     Tables tables) {
  const Meeting& it = timetable.problem().meetings[meeting];
  const int here = turned ? it.second : it.first;
  const int there = turned ? it.first : it.second;
  if (!timetable.is_present(there, slot)) return false;
  const int avoided = seat_with(timetable, here, slot, true);
  const int seat = seat_with(timetable, there, other, true);
  if (seat < 0 || avoided < 0) return false;
  const std::size_t mark = timetable.mark();
  if (timetable.occupant(seat, slot) >= 0 &&
      !free_by_chain(timetable, seat, slot, other, avoided, tables))
    return false;
  if ((tables == Tables::Strict && !timetable.has_table(meeting, slot)) ||
      !timetable.in_order(meeting, slot)) {
    timetable.roll_back(mark);
    return false;
  }
  timetable.seat(meeting, slot, turned ? std::array{seat, avoided} : std::array{avoided, seat});
  return true;
}

}  // namespace

bool insert(Timetable& timetable, int meeting, base::Rng& rng, Tables tables, int most_tries) {
  const Meeting& it = timetable.problem().meetings[meeting];
  if (!timetable.may_have_more(it.first) || !timetable.may_have_more(it.second)) return false;
  if (insert_directly(timetable, meeting, tables)) return true;
  std::vector<int> first = free_slots(timetable, it.first);
  std::vector<int> second = free_slots(timetable, it.second);
  rng.shuffle(std::span(first));
  rng.shuffle(std::span(second));
  for (const int t : first)
    for (const int u : second) {
      if (t == u) continue;
      if (--most_tries < 0) return false;
      if (insert_by_chain(timetable, meeting, t, u, false, tables)) return true;
      if (insert_by_chain(timetable, meeting, u, t, true, tables)) return true;
    }
  return false;
}

namespace {

// The meetings of `slot` that take one of its tables.
std::vector<std::vector<int>> meetings_by_slot(const Timetable& timetable) {
  std::vector<std::vector<int>> by_slot(timetable.slots());
  for (int m = 0; m < static_cast<int>(timetable.problem().meetings.size()); ++m)
    if (timetable.slot_of(m) >= 0 && timetable.problem().meetings[m].host < 0)
      by_slot[timetable.slot_of(m)].push_back(m);
  return by_slot;
}

// Moves chains from `full`, as far as it is too full, to `other`.
void relieve(Timetable& timetable, int full, int other, const std::vector<int>& candidates) {
  for (const int m : candidates) {
    if (table_room(timetable, full) >= 0 || table_room(timetable, other) <= 0) return;
    if (timetable.slot_of(m) != full || !timetable.may_be_in(m, other)) continue;
    const std::vector<int> chain = chain_of(timetable, m, other);
    if (chain.empty()) continue;
    const int more = surplus(timetable, chain, full, other);
    if (more > 0 && more <= table_room(timetable, other))
      try_swap(timetable, chain, full, other, false);
  }
}

void drop_least(Timetable& timetable, int slot, std::vector<int> candidates) {
  const Weights weight = weights(timetable.problem());
  std::erase_if(candidates, [&](int m) {
    return timetable.slot_of(m) != slot || timetable.problem().meetings[m].fixed_slot >= 0;
  });
  std::stable_sort(candidates.begin(), candidates.end(), [&](int a, int b) {
    return worth(timetable.problem().meetings[a], weight) <
           worth(timetable.problem().meetings[b], weight);
  });
  for (std::size_t i = 0; i < candidates.size() && table_room(timetable, slot) < 0; ++i)
    timetable.remove(candidates[i]);
}

}  // namespace

void balance(Timetable& timetable) {
  std::vector<int> others(timetable.slots());
  for (int t = 0; t < timetable.slots(); ++t) others[t] = t;
  for (int t = 0; t < timetable.slots(); ++t) {
    if (table_room(timetable, t) >= 0) continue;
    const std::vector<int> candidates = meetings_by_slot(timetable)[t];
    std::stable_sort(others.begin(), others.end(), [&](int a, int b) {
      return table_room(timetable, a) > table_room(timetable, b);
    });
    for (const int u : others)
      if (u != t) relieve(timetable, t, u, candidates);
    timetable.forget();
  }
  const auto by_slot = meetings_by_slot(timetable);
  for (int t = 0; t < timetable.slots(); ++t) drop_least(timetable, t, by_slot[t]);
  timetable.forget();
}

}  // namespace kontor::engine::fair
