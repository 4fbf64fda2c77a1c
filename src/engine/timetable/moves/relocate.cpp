#include "engine/timetable/moves/relocate.h"

#include "engine/timetable/moves/insert.h"
#include "engine/timetable/protocol.h"
#include "engine/timetable/rules/tables.h"

namespace kontor::engine::timetable::moves {

namespace {

// A free person of `organisation` to sit with `partner`, looking from a random one on; -1 where all
// are busy.
int free_person(const State& state, int organisation, int slot, int partner, base::Rng& rng) {
  const auto& seats = state.problem().seats[organisation];
  const std::size_t from = rng.below(seats.size());
  for (std::size_t k = 0; k < seats.size(); ++k) {
    const int person = seats[(from + k) % seats.size()];
    if (!state.grid().may_meet[person][slot]) continue;
    if (cost_of_visit(state, person, visit_to_slot(state, slot, partner)) == 0) return person;
  }
  return -1;
}

}  // namespace

void relocate(State& state, int meeting, base::Rng& rng) {
  const Seating before = state.seating(meeting);
  if (before.slot < 0 || state.frozen({Kind::Meeting, meeting})) return;
  const MeetingWish& wish = state.problem().meetings[meeting];
  state.unseat(meeting);
  const std::size_t slots = state.grid().slots.size();
  const std::size_t from = rng.below(slots);
  for (std::size_t k = 0; k < slots; ++k) {
    const int slot = static_cast<int>((from + k) % slots);
    if (rules::Tables::full(state, slot)) continue;
    const int first = free_person(state, wish.first, slot, -1, rng);
    if (first < 0) continue;
    const int second = free_person(state, wish.second, slot, first, rng);
    if (second < 0) continue;
    state.seat(meeting, {slot, 0, first, second});
    return;
  }
  state.seat(meeting, before);
}

}  // namespace kontor::engine::timetable::moves
