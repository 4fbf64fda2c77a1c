#include "engine/timetable/moves/insert.h"

#include <algorithm>

#include "base/check.h"
#include "engine/timetable/protocol.h"
#include "engine/timetable/rules/coaches.h"
#include "engine/timetable/rules/one_place_at_a_time.h"
#include "engine/timetable/rules/places.h"
#include "engine/timetable/rules/tables.h"

namespace kontor::engine::timetable::moves {

namespace {

using rules::OnePlaceAtATime;
constexpr std::int64_t impossible = OnePlaceAtATime::impossible;

struct Sitter {
  int person = -1;
  std::int64_t cost = impossible;
};

struct Proposal {
  Seating seating;
  std::int64_t cost = impossible;
};

// Of `organisation`, to sit with `partner` where that is not -1.
Sitter cheapest_sitter(const State& state, int organisation, int slot, int partner) {
  Sitter best;
  const Visit visit = visit_to_slot(state, slot, partner);
  for (const int person : state.problem().seats[organisation]) {
    if (!state.grid().may_meet[person][slot]) continue;
    const auto cost = cost_of_visit(state, person, visit);
    if (cost < best.cost) best = {person, cost};
    if (cost == 0) break;
  }
  return best;
}

Proposal propose(const State& state, int meeting, int slot, std::int64_t below) {
  const MeetingWish& wish = state.problem().meetings[meeting];
  std::int64_t cost = rules::Tables::cost(state, slot);
  if (cost >= below) return {};
  const Sitter first = cheapest_sitter(state, wish.first, slot, -1);
  cost += first.cost;
  if (cost >= below) return {};
  const Sitter second = cheapest_sitter(state, wish.second, slot, first.person);
  return {{slot, 0, first.person, second.person}, cost + second.cost};
}

// The cheapest seating, looking from a random slot on; one slot in sixteen is overlooked so that
// repeated attempts differ.
Proposal cheapest_seating(const State& state, int meeting, std::int64_t below, base::Rng* rng) {
  Proposal best{{}, below};
  const std::size_t slots = state.grid().slots.size();
  if (slots == 0) return best;
  const std::size_t from = rng ? rng->below(slots) : 0;
  for (std::size_t k = 0; k < slots && best.cost > 0; ++k) {
    if (rng && below > 1 && rng->below(16) == 0) continue;
    const int slot = static_cast<int>((from + k) % slots);
    const Proposal proposal = propose(state, meeting, slot, best.cost);
    if (proposal.cost < best.cost) best = proposal;
  }
  return best;
}

// Whether somebody must give up a seat in a coach for `wish`.
bool lacks_seat(const State& state, const AttendanceWish& wish) {
  return rules::Coaches::lacks_seat(state, wish.activity, wish.person);
}

// The weight of the wish that must give up its place, or its seat and place.
std::int64_t cost_of_place(const State& state, const AttendanceWish& wish) {
  if (!lacks_seat(state, wish)) return rules::Places::cost(state, wish.activity);
  const int rider = rules::Coaches::cheapest(state, wish.activity);
  return rider < 0 ? impossible : state.weight({Kind::Attendance, rider});
}

std::int64_t cost_of_attending(const State& state, int wish) {
  const AttendanceWish& asked = state.problem().attendances[wish];
  const int option = state.option(asked.activity);
  if (option < 0 || !state.may_join(asked.activity)) return impossible;
  const Visit visit = visit_of(state, asked.person, asked.activity, option);
  if (!present(state.problem(), asked.person, visit.stay)) return impossible;
  return cost_of_place(state, asked) + cost_of_visit(state, asked.person, visit);
}

void remove_all(State& state, const std::vector<Item>& items) {
  for (const Item item : items)
    if (state.granted(item)) state.remove(item);
}

std::vector<Item> seat_by_force(State& state, int meeting, const Seating& seating) {
  std::vector<Item> removed;
  const auto make_room = [&](int person, int partner) {
    explain_visit(state, person, visit_to_slot(state, seating.slot, partner), removed);
  };
  make_room(seating.first_person, seating.second_person);
  make_room(seating.second_person, seating.first_person);
  remove_all(state, removed);
  if (rules::Tables::full(state, seating.slot)) {
    removed.push_back({Kind::Meeting, rules::Tables::cheapest(state, seating.slot)});
    state.unseat(removed.back().index);
  }
  state.seat(meeting, seating);
  return removed;
}

std::vector<Item> attend_by_force(State& state, int wish) {
  const AttendanceWish& asked = state.problem().attendances[wish];
  std::vector<Item> removed;
  explain_visit(state, asked.person,
                visit_of(state, asked.person, asked.activity, state.option(asked.activity)),
                removed);
  remove_all(state, removed);
  const auto yield = [&](int other) {
    removed.push_back({Kind::Attendance, other});
    state.leave(other);
  };
  if (lacks_seat(state, asked)) yield(rules::Coaches::cheapest(state, asked.activity));
  if (rules::Places::full(state, asked.activity))
    yield(rules::Places::cheapest(state, asked.activity));
  state.attend(wish);
  CHECK(rules::Coaches::supply(state, asked.activity));
  return removed;
}

bool insert_below(State& state, Item item, std::int64_t below, int depth, base::Rng& rng);

// Grants somebody who lost an attendance another that they wish, from a random one on.
void make_up(State& state, int lost, int depth, base::Rng& rng) {
  const auto& wishes = state.grid().wishes_of[state.problem().attendances[lost].person];
  const std::size_t from = rng.below(wishes.size());
  for (std::size_t k = 0; k < wishes.size(); ++k) {
    const Item item{Kind::Attendance, wishes[(from + k) % wishes.size()]};
    if (item.index != lost && !state.granted(item) &&
        insert_below(state, item, state.weight(item), depth, rng))
      return;
  }
}

// Grants `item` for less than `below`, then what it removed: meetings in other slots, for less than
// each of them weighs; for an attendance, which could only take the same place back, another wish
// of whoever lost it.
bool insert_below(State& state, Item item, std::int64_t below, int depth, base::Rng& rng) {
  std::vector<Item> removed;
  if (item.kind == Kind::Meeting) {
    const Proposal proposal = cheapest_seating(state, item.index, below, &rng);
    if (proposal.cost >= below) return false;
    removed = seat_by_force(state, item.index, proposal.seating);
  } else {
    if (cost_of_attending(state, item.index) >= below) return false;
    removed = attend_by_force(state, item.index);
  }
  for (const Item other : removed) {
    if (state.granted(other)) continue;
    const bool meeting = other.kind == Kind::Meeting;
    const std::int64_t most = depth > 0 && meeting ? state.weight(other) : 1;
    if (!insert_below(state, other, most, depth - 1, rng) && depth > 0 && !meeting)
      make_up(state, other.index, depth - 1, rng);
  }
  return true;
}

}  // namespace

bool insert_free(State& state, Item item, base::Rng& rng) {
  return insert_below(state, item, 1, 0, rng);
}

bool insert(State& state, Item item, int depth, base::Rng& rng) {
  return insert_below(state, item, impossible, depth, rng);
}

std::int64_t cost_of_granting(const State& state, Item item) {
  if (item.kind == Kind::Attendance) return cost_of_attending(state, item.index);
  return cheapest_seating(state, item.index, impossible, nullptr).cost;
}

}  // namespace kontor::engine::timetable::moves
