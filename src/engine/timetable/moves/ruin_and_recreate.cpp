#include "engine/timetable/moves/ruin_and_recreate.h"

#include <algorithm>

#include "engine/timetable/moves/insert.h"

namespace kontor::engine::timetable::moves {

namespace {

constexpr std::size_t most_removed = 10;

// Some wishes granted to `person` and to those whom they meet.
std::vector<Item> ruin(State& state, int person, base::Rng& rng) {
  std::vector<Item> removed;
  std::vector<int> people{person};
  for (std::size_t next = 0; next < people.size() && removed.size() < most_removed; ++next) {
    const auto day = state.engagements(people[next]);
    const std::vector<Engagement> before(day.begin(), day.end());
    for (const Engagement& engagement : before) {
      const Item item{engagement.kind, engagement.index};
      if (item.kind == Kind::Duty || state.frozen(item) || !rng.chance(600)) continue;
      if (item.kind == Kind::Meeting) {
        const Seating& seating = state.seating(item.index);
        people.push_back(seating.first_person == people[next] ? seating.second_person
                                                              : seating.first_person);
      }
      removed.push_back(item);
      state.remove(item);
    }
  }
  return removed;
}

// What may fit now: the removed, and the ungranted wishes of the organisations concerned.
void add_ungranted(const State& state, const std::vector<Item>& removed, std::vector<Item>& out) {
  for (const Item item : removed) {
    if (item.kind != Kind::Meeting) continue;
    const MeetingWish& wish = state.problem().meetings[item.index];
    for (const int organisation : {wish.first, wish.second})
      for (const int meeting : state.grid().meetings_of[organisation])
        if (state.seating(meeting).slot < 0) out.push_back({Kind::Meeting, meeting});
  }
}

}  // namespace

void ruin_and_recreate(State& state, int person, base::Rng& rng) {
  const std::vector<Item> removed = ruin(state, person, rng);
  std::vector<Item> wanted = removed;
  add_ungranted(state, removed, wanted);
  rng.shuffle(std::span(wanted));
  std::ranges::stable_sort(wanted,
                           [&](Item a, Item b) { return state.weight(a) > state.weight(b); });
  for (const Item item : wanted)
    if (!state.granted(item)) insert_free(state, item, rng);
}

}  // namespace kontor::engine::timetable::moves
