#include "engine/fair/chains.h"

#include <algorithm>

namespace kontor::engine::fair {

namespace {

// Walks from `seat` over its meeting in `from`, alternating with `to`. Returns whether every
// meeting met may change its slot; ends at a free seat, at `start` (a circle) or at `avoided`.
bool walk(const Timetable& timetable, int seat, int from, int to, int avoided,
          std::vector<int>& chain) {
  const int start = seat;
  for (;;) {
    const int meeting = timetable.occupant(seat, from);
    if (meeting < 0) return true;
    if (!timetable.may_be_in(meeting, to)) return false;
    chain.push_back(meeting);
    const auto& seats = timetable.seats_of(meeting);
    seat = seats[0] == seat ? seats[1] : seats[0];
    if (seat == avoided) return false;
    if (seat == start) return true;
    std::swap(from, to);
  }
}

}  // namespace

std::vector<int> path_from(const Timetable& timetable, int seat, int from, int to, int avoided) {
  std::vector<int> chain;
  if (!walk(timetable, seat, from, to, avoided, chain)) chain.clear();
  return chain;
}

std::vector<int> chain_of(const Timetable& timetable, int meeting, int other) {
  const int slot = timetable.slot_of(meeting);
  const auto [first, second] = timetable.seats_of(meeting);
  std::vector<int> chain;
  if (!walk(timetable, first, slot, other, -1, chain)) return {};
  const int last = chain.back();
  const auto& seats = timetable.seats_of(last);
  const bool circle = chain.size() > 1 && (seats[0] == first || seats[1] == first);
  if (circle) return chain;
  if (!walk(timetable, first, other, slot, -1, chain)) return {};
  return chain;
}

int surplus(const Timetable& timetable, const std::vector<int>& chain, int t, int u) {
  int more = 0;
  for (const int m : chain)
    if (timetable.problem().meetings[m].host < 0)
      more += timetable.slot_of(m) == t ? 1 : timetable.slot_of(m) == u ? -1 : 0;
  return more;
}

bool try_swap(Timetable& timetable, const std::vector<int>& chain, int t, int u,
              bool strict_tables) {
  const int more = surplus(timetable, chain, t, u);
  const auto& slots = timetable.problem().slots;
  if (strict_tables && more > 0 && timetable.load(u) + more > slots[u].tables) return false;
  if (strict_tables && more < 0 && timetable.load(t) - more > slots[t].tables) return false;
  timetable.swap(chain, t, u);
  if (timetable.problem().precedences.empty()) return true;
  const bool fine = std::all_of(chain.begin(), chain.end(),
                                [&](int m) { return timetable.in_order(m, timetable.slot_of(m)); });
  if (!fine) timetable.swap(chain, t, u);
  return fine;
}

}  // namespace kontor::engine::fair
