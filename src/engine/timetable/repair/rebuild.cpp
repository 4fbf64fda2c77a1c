#include "engine/timetable/repair/rebuild.h"

#include <algorithm>

#include "base/check.h"
#include "engine/timetable/protocol.h"
#include "engine/timetable/rules/coaches.h"
#include "engine/timetable/rules/one_place_at_a_time.h"
#include "engine/timetable/rules/places.h"
#include "engine/timetable/rules/tables.h"

namespace kontor::engine::timetable {

namespace {

bool free_for(const State& state, int person, int slot, int partner) {
  return state.grid().may_meet[person][slot] != 0 &&
         cost_of_visit(state, person, visit_to_slot(state, slot, partner)) == 0;
}

// `person` where they can come, else a colleague; -1 where nobody can.
int sitter(const State& state, int organisation, int person, int slot, int partner) {
  if (free_for(state, person, slot, partner)) return person;
  for (const int other : state.problem().seats[organisation])
    if (free_for(state, other, slot, partner)) return other;
  return -1;
}

void keep_meeting(State& state, int meeting, const Seating& before) {
  const MeetingWish& wish = state.problem().meetings[meeting];
  if (before.slot >= static_cast<int>(state.grid().slots.size())) return;
  if (rules::Tables::full(state, before.slot)) return;
  const int first = sitter(state, wish.first, before.first_person, before.slot, -1);
  const int second = sitter(state, wish.second, before.second_person, before.slot, first);
  if (first >= 0 && second >= 0) state.seat(meeting, {before.slot, 0, first, second});
}

// Lets somebody attend for whom there is a seat if they need one.
void attend_if_seated(State& state, int number) {
  const int activity = state.problem().attendances[number].activity;
  state.attend(number);
  if (!rules::Coaches::supply(state, activity)) state.leave(number);
}

void keep_attendance(State& state, int number) {
  const AttendanceWish& wish = state.problem().attendances[number];
  const int option = state.option(wish.activity);
  if (option < 0 || !state.may_join(wish.activity)) return;
  if (rules::Places::full(state, wish.activity)) return;
  const Visit visit = visit_of(state, wish.person, wish.activity, option);
  if (present(state.problem(), wish.person, visit.stay) &&
      cost_of_visit(state, wish.person, visit) == 0)
    attend_if_seated(state, number);
}

// The coaches of an activity that stays as it was, and what all lack after that, as far as there
// are coaches enough.
void keep_coaches(State& state, const Solution& before) {
  for (int a = 0; a < static_cast<int>(before.coaches.size()); ++a)
    if (state.option(a) >= 0 && state.option(a) == before.options[a])
      for (const int coach : before.coaches[a]) state.add_coach(a, coach);
  for (int a = 0; a < static_cast<int>(state.problem().activities.size()); ++a)
    if (state.option(a) >= 0) rules::Coaches::supply(state, a);
}

class Rebuilder {
 public:
  Rebuilder(State& state, const Task& task, const Setting& setting, const Remedy& remedy)
      : state_(state), task_(task), setting_(setting), remedy_(remedy) {}

  void run() {
    hold();
    for (std::size_t m = 0; m < task_.locks.meetings.size(); ++m)
      if (task_.locks.meetings[m]) state_.seat(static_cast<int>(m), task_.solution.meetings[m]);
    for (const auto& [meeting, seating] : remedy_.choice.placed) seat(meeting, seating);
    for (const auto& [meeting, seating] : remedy_.covers) seat(meeting, seating);
    for (std::size_t w = 0; w < task_.locks.attendances.size(); ++w)
      if (task_.locks.attendances[w]) attend(static_cast<int>(w));
    for (const Item item : task_.demand.grant)
      if (item.kind == Kind::Attendance) attend(item.index);
    keep_undisturbed();
    freeze();
    keep_what_fits();
    state_.forget();
  }

 private:
  bool free(int person) const { return remedy_.choice.free[person] != 0; }

  void hold() {
    const Frame& frame = setting_.frame;
    for (std::size_t a = 0; a < frame.options.size(); ++a)
      if (frame.options[a] >= 0) state_.hold(static_cast<int>(a), frame.options[a]);
    for (std::size_t p = 0; p < frame.duties.size(); ++p)
      for (const int activity : frame.duties[p]) state_.bind(static_cast<int>(p), activity);
    keep_coaches(state_, task_.solution);
  }

  void seat(int meeting, const Seating& seating) {
    if (state_.seating(meeting).slot < 0) state_.seat(meeting, seating);
  }

  void attend(int wish) {
    if (!state_.attends(wish)) attend_if_seated(state_, wish);
  }

  void keep_undisturbed() {
    for (std::size_t m = 0; m < task_.solution.meetings.size(); ++m)
      if (const Seating& before = task_.solution.meetings[m];
          before.slot >= 0 && !free(before.first_person) && !free(before.second_person))
        seat(static_cast<int>(m), before);
    for (const auto& guests : setting_.guests)
      for (const int wish : guests)
        if (!free(task_.problem.attendances[wish].person)) attend(wish);
  }

  void freeze() {
    Frozen frozen = frozen_for_all(task_, setting_);
    for (std::size_t m = 0; m < frozen.meetings.size(); ++m)
      if (state_.seating(static_cast<int>(m)).slot >= 0) frozen.meetings[m] = 1;
    for (std::size_t w = 0; w < frozen.attendances.size(); ++w)
      if (state_.attends(static_cast<int>(w))) frozen.attendances[w] = 1;
    if (task_.before.disturbance() == Disturbance::Changed) {
      frozen.people = remedy_.choice.free;
      for (char& person : frozen.people) person = person == 0 ? 1 : 0;
    }
    state_.freeze(std::move(frozen));
  }

  void keep_what_fits() {
    std::vector<Item> items;
    for (std::size_t m = 0; m < task_.solution.meetings.size(); ++m)
      if (task_.solution.meetings[m].slot >= 0)
        items.push_back({Kind::Meeting, static_cast<int>(m)});
    for (std::size_t w = 0; w < task_.solution.attends.size(); ++w)
      if (task_.solution.attends[w]) items.push_back({Kind::Attendance, static_cast<int>(w)});
    std::ranges::stable_sort(items,
                             [&](Item a, Item b) { return state_.weight(a) > state_.weight(b); });
    for (const Item item : items) {
      if (state_.granted(item)) continue;
      if (item.kind == Kind::Meeting)
        keep_meeting(state_, item.index, task_.solution.meetings[item.index]);
      else
        keep_attendance(state_, item.index);
    }
  }

  State& state_;
  const Task& task_;
  const Setting& setting_;
  const Remedy& remedy_;
};

}  // namespace

void rebuild(State& state, const Task& task, const Setting& setting, const Remedy& remedy) {
  Rebuilder(state, task, setting, remedy).run();
}

Frozen frozen_for_all(const Task& task, const Setting& setting) {
  Frozen out{task.locks.meetings,
             task.locks.attendances,
             std::vector<char>(task.problem.activities.size(), 0),
             {}};
  for (const Item item : task.demand.grant)
    (item.kind == Kind::Meeting ? out.meetings : out.attendances)[item.index] = 1;
  for (int a = 0; a < task.activities(); ++a)
    if (const int option = setting.frame.options[a]; option >= 0)
      out.activities[a] =
          task.problem.activities[a].options[option].starts_at < task.demand.now ? 1 : 0;
  return out;
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
