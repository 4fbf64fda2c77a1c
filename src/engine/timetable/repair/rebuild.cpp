#include "engine/timetable/repair/rebuild.h"

#include <algorithm>

#include "base/check.h"
#include "engine/timetable/rules/one_place_at_a_time.h"
#include "engine/timetable/rules/places.h"
#include "engine/timetable/rules/tables.h"

namespace kontor::engine::timetable {

namespace {

using rules::OnePlaceAtATime;

bool free_for(const State& state, int person, int slot) {
  return state.grid().may_meet[person][slot] != 0 &&
         OnePlaceAtATime::cost(state, person, state.grid().slots[slot].stay) == 0;
}

// `person` where they can come, else a colleague; -1 where nobody can.
int sitter(const State& state, int organisation, int person, int slot) {
  if (free_for(state, person, slot)) return person;
  for (const int other : state.problem().seats[organisation])
    if (free_for(state, other, slot)) return other;
  return -1;
}

bool keep_meeting(State& state, int meeting, const Seating& before, bool exactly) {
  const MeetingWish& wish = state.problem().meetings[meeting];
  if (before.slot >= static_cast<int>(state.grid().slots.size())) return false;
  if (rules::Tables::full(state, before.slot)) return false;
  const int first = sitter(state, wish.first, before.first_person, before.slot);
  const int second = sitter(state, wish.second, before.second_person, before.slot);
  if (first < 0 || second < 0) return false;
  if (exactly && (first != before.first_person || second != before.second_person)) return false;
  state.seat(meeting, {before.slot, 0, first, second});
  return true;
}

bool keep_attendance(State& state, int number) {
  const AttendanceWish& wish = state.problem().attendances[number];
  if (state.attends(number)) return true;
  const int option = state.option(wish.activity);
  if (option < 0 || rules::Places::full(state, wish.activity)) return false;
  const Stay stay = stay_of(state.problem(), wish.activity, option);
  if (!present(state.problem(), wish.person, stay)) return false;
  if (OnePlaceAtATime::cost(state, wish.person, stay) != 0) return false;
  state.attend(number);
  return true;
}

void hold(State& state, const Frame& frame) {
  for (std::size_t a = 0; a < frame.options.size(); ++a)
    if (frame.options[a] >= 0) state.hold(static_cast<int>(a), frame.options[a]);
  for (std::size_t p = 0; p < frame.duties.size(); ++p)
    for (const int activity : frame.duties[p]) state.bind(static_cast<int>(p), activity);
}

bool keep_locked(State& state, const Solution& before, const Locks& locks) {
  for (std::size_t w = 0; w < locks.attendances.size(); ++w)
    if (locks.attendances[w] && !keep_attendance(state, static_cast<int>(w))) return false;
  for (std::size_t m = 0; m < locks.meetings.size(); ++m)
    if (locks.meetings[m] && !keep_meeting(state, static_cast<int>(m), before.meetings[m], true))
      return false;
  return true;
}

}  // namespace

bool rebuild(State& state, const Frame& frame, const Solution& before, const Locks& locks) {
  hold(state, frame);
  if (!keep_locked(state, before, locks)) return false;
  std::vector<Item> items;
  for (std::size_t m = 0; m < before.meetings.size(); ++m)
    if (before.meetings[m].slot >= 0) items.push_back({Kind::Meeting, static_cast<int>(m)});
  for (std::size_t w = 0; w < before.attends.size(); ++w)
    if (before.attends[w]) items.push_back({Kind::Attendance, static_cast<int>(w)});
  std::ranges::stable_sort(items,
                           [&](Item a, Item b) { return state.weight(a) > state.weight(b); });
  for (const Item item : items) {
    if (state.granted(item)) continue;
    if (item.kind == Kind::Meeting)
      keep_meeting(state, item.index, before.meetings[item.index], false);
    else
      keep_attendance(state, item.index);
  }
  state.forget();
  return true;
}

void keep_tables(const Problem& problem, const Grid& grid, const Solution& before,
                 Solution& solution) {
  std::vector<std::vector<char>> taken;
  for (const Slot& slot : grid.slots)
    taken.emplace_back(static_cast<std::size_t>(problem.sessions[slot.session].tables) + 1, 0);
  for (std::size_t m = 0; m < solution.meetings.size(); ++m) {
    Seating& seating = solution.meetings[m];
    const Seating& old = before.meetings[m];
    seating.table = 0;
    if (seating.slot < 0 || old.slot != seating.slot || old.table < 1) continue;
    auto& tables = taken[seating.slot];
    if (old.table >= static_cast<int>(tables.size()) || tables[old.table]) continue;
    seating.table = old.table;
    tables[old.table] = 1;
  }
  for (Seating& seating : solution.meetings) {
    if (seating.slot < 0 || seating.table > 0) continue;
    auto& tables = taken[seating.slot];
    const auto free = std::find(tables.begin() + 1, tables.end(), 0);
    CHECK(free != tables.end());
    *free = 1;
    seating.table = static_cast<int>(free - tables.begin());
  }
}

}  // namespace kontor::engine::timetable
