#include "engine/fair/crowded.h"

#include <algorithm>
#include <bit>
#include <map>

namespace kontor::engine::fair {

namespace {

constexpr std::size_t most_candidates = 64;
constexpr std::size_t most_sets = 8;

bool within(const SlotSet& inner, const SlotSet& outer) {
  for (std::size_t w = 0; w < inner.size(); ++w)
    if ((inner[w] & ~outer[w]) != 0) return false;
  return true;
}

bool disjoint(const SlotSet& one, const SlotSet& other) {
  for (std::size_t w = 0; w < one.size(); ++w)
    if ((one[w] & other[w]) != 0) return false;
  return true;
}

int free_seats(const Timetable& timetable, int participant, const SlotSet& slots) {
  int seats = 0;
  for (std::size_t w = 0; w < slots.size(); ++w)
    for (std::uint64_t bits = slots[w]; bits != 0; bits &= bits - 1) {
      const int slot = static_cast<int>(w) * 64 + std::countr_zero(bits);
      for (int s = timetable.first_seat(participant); s < timetable.first_seat(participant + 1);
           ++s)
        seats += timetable.occupant(s, slot) < 0 ? 1 : 0;
    }
  return seats;
}

struct Candidate {
  CrowdedSet set;
  int excess = 0;
};

// The crowded sets among those to which meetings are bound, the most crowded first.
std::vector<Candidate> candidates(const Timetable& timetable, int participant,
                                  const std::map<SlotSet, int>& bound) {
  const auto free = timetable.free(participant);
  const SlotSet all(free.begin(), free.end());
  std::vector<std::pair<int, const SlotSet*>> frequent;
  for (const auto& [slots, count] : bound)
    if (slots != all) frequent.emplace_back(count, &slots);
  std::stable_sort(frequent.begin(), frequent.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (frequent.size() > most_candidates) frequent.resize(most_candidates);
  std::vector<Candidate> found;
  for (const auto& it : frequent) {
    const SlotSet& slots = *it.second;
    int demand = 0;
    for (const auto& [inner, count] : bound) demand += within(inner, slots) ? count : 0;
    const int room = free_seats(timetable, participant, slots);
    if (demand > room) found.push_back({{slots, room, -1}, demand - room});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.excess > b.excess; });
  return found;
}

std::vector<CrowdedSet> nested(const std::vector<Candidate>& found) {
  std::vector<CrowdedSet> sets;
  for (const Candidate& it : found) {
    const bool fits = std::all_of(sets.begin(), sets.end(), [&](const CrowdedSet& other) {
      return disjoint(it.set.slots, other.slots) || within(it.set.slots, other.slots) ||
             within(other.slots, it.set.slots);
    });
    if (fits && sets.size() < most_sets) sets.push_back(it.set);
  }
  const auto size = [](const CrowdedSet& set) {
    int count = 0;
    for (const std::uint64_t word : set.slots) count += std::popcount(word);
    return count;
  };
  std::stable_sort(sets.begin(), sets.end(),
                   [&](const auto& a, const auto& b) { return size(a) > size(b); });
  for (std::size_t i = 0; i < sets.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (within(sets[i].slots, sets[j].slots)) sets[i].parent = static_cast<int>(j);
  return sets;
}

}  // namespace

SlotSet common_slots(const Timetable& timetable, int meeting) {
  const Meeting& it = timetable.problem().meetings[meeting];
  SlotSet slots(timetable.words());
  for (int w = 0; w < timetable.words(); ++w)
    for (std::uint64_t bits = timetable.free(it.first)[w] & timetable.free(it.second)[w]; bits != 0;
         bits &= bits - 1) {
      const int slot = w * 64 + std::countr_zero(bits);
      if (timetable.has_table(meeting, slot)) slots[w] |= std::uint64_t{1} << (slot % 64);
    }
  return slots;
}

std::vector<std::vector<CrowdedSet>> crowded_sets(const Timetable& timetable,
                                                  const std::vector<int>& open) {
  std::vector<std::vector<int>> of(timetable.problem().participants.size());
  for (const int m : open) {
    of[timetable.problem().meetings[m].first].push_back(m);
    of[timetable.problem().meetings[m].second].push_back(m);
  }
  std::vector<std::vector<CrowdedSet>> sets(of.size());
  for (std::size_t p = 0; p < of.size(); ++p) {
    if (of[p].size() < 2) continue;
    std::map<SlotSet, int> bound;
    for (const int m : of[p]) ++bound[common_slots(timetable, m)];
    sets[p] = nested(candidates(timetable, static_cast<int>(p), bound));
  }
  return sets;
}

int least_containing(const std::vector<CrowdedSet>& sets, const SlotSet& slots) {
  for (std::size_t i = sets.size(); i-- > 0;)
    if (within(slots, sets[i].slots)) return static_cast<int>(i);
  return -1;
}

}  // namespace kontor::engine::fair
