#include "engine/timetable/repair/setting.h"

#include <algorithm>

#include "engine/timetable/protocol.h"

namespace kontor::engine::timetable {

namespace {

class Maker {
 public:
  Maker(const Task& task, Frame frame) : task_(task), problem_(task.problem) {
    out_.frame = std::move(frame);
    out_.forced.assign(problem_.people.size(), 0);
    out_.bound.resize(problem_.people.size());
    out_.day.resize(problem_.people.size());
    out_.guests.resize(problem_.activities.size());
    out_.seated.resize(task.grid.slots.size());
    out_.uncalled.assign(problem_.activities.size(), 0);
    out_.there.resize(problem_.activities.size());
  }

  Setting make() {
    for (int p = 0; p < task_.people(); ++p)
      for (const int activity : out_.frame.duties[p]) {
        bind(p, {stay(activity, p), activity});
        out_.there[activity].push_back(p);
        out_.uncalled[activity] += task_.called[activity][p] == 0;
      }
    bind_locked();
    for (int p = 0; p < task_.people(); ++p)
      if (!task_.before.counts(p) || !keep_day(p)) out_.forced[p] = 1;
    list_seated();
    return std::move(out_);
  }

 private:
  Stay stay(int activity, int person) const {
    return stay_of(problem_, activity, out_.frame.options[activity], person);
  }

  void bind(int person, const Errand& where) {
    if (!fits(problem_, task_.grid, person, out_.bound[person], where)) out_.possible = false;
    out_.bound[person].push_back(where);
  }

  void bind_locked() {
    for (std::size_t w = 0; w < problem_.attendances.size(); ++w)
      if (task_.locks.attendances[w]) bind_attendance(static_cast<int>(w));
    for (std::size_t m = 0; m < problem_.meetings.size(); ++m) {
      if (!task_.locks.meetings[m]) continue;
      const Seating& seating = task_.solution.meetings[m];
      if (!seating_possible(problem_, task_.grid, static_cast<int>(m), seating)) {
        out_.possible = false;
        continue;
      }
      for (const int person : {seating.first_person, seating.second_person})
        bind(person, {task_.grid.slots[seating.slot].stay});
      if (at_odds(task_, -1, seating.first_person, seating.second_person)) out_.possible = false;
    }
  }

  void bind_attendance(int number) {
    const AttendanceWish& wish = problem_.attendances[number];
    if (contains(out_.frame.duties[wish.person], wish.activity)) return;
    if (out_.frame.options[wish.activity] < 0 ||
        !present(problem_, wish.person, stay(wish.activity, wish.person))) {
      out_.possible = false;
      return;
    }
    bind(wish.person, {stay(wish.activity, wish.person), wish.activity});
    if (kept_away(wish.person, wish.activity)) out_.possible = false;
    out_.guests[wish.activity].push_back(number);
  }

  // Whether rules of protocol keep a guest away, given who is on duty and who was there before.
  bool kept_away(int person, int activity) const {
    if (task_.grid.rules_of[person].empty()) return false;
    const auto& there = out_.there[activity];
    return std::ranges::any_of(
               there, [&](int other) { return at_odds(task_, activity, person, other); }) ||
           !std::ranges::all_of(company_of(task_, person, activity), [&](int other) {
             return contains(there, other) || did(other, activity);
           });
  }

  bool add(int person, std::vector<Errand>& day, const Errand& where) const {
    if (!fits(problem_, task_.grid, person, day, where)) return false;
    day.push_back(where);
    return true;
  }

  // Whether `person` can keep all that they did; lists it.
  bool keep_day(int person) {
    std::vector<Errand>& day = out_.day[person];
    for (const int activity : out_.frame.duties[person]) {
      if (task_.before.disturbance() == Disturbance::Changed && !did(person, activity))
        return false;
      if (!add(person, day, {stay(activity, person), activity})) return false;
    }
    bool kept = true;
    for (const Done& done : task_.before.of(person)) kept = keep(person, done, day) && kept;
    return kept;
  }

  bool did(int person, int activity) const {
    return std::ranges::any_of(task_.before.of(person), [&](const Done& done) {
      return done.kind == Kind::Duty && done.index == activity && done.where >= 0 &&
             done.where == out_.frame.options[activity];
    });
  }

  bool keep(int person, const Done& done, std::vector<Errand>& day) {
    if (done.kind == Kind::Meeting)
      return done.where < static_cast<int>(task_.grid.slots.size()) &&
             task_.grid.may_meet[person][done.where] != 0 && sits(person, done.index) &&
             add(person, day, {task_.grid.slots[done.where].stay});
    const bool on_duty = contains(out_.frame.duties[person], done.index);
    const int wish = on_duty ? -1 : wish_for(task_, person, done.index);
    if (done.where < 0 || out_.frame.options[done.index] != done.where) return false;
    if (on_duty) return true;
    if (wish < 0 || !present(problem_, person, stay(done.index, person)) ||
        kept_away(person, done.index))
      return false;
    if (task_.locks.attendances[wish] == 0) out_.guests[done.index].push_back(wish);
    return add(person, day, {stay(done.index, person), done.index});
  }

  bool sits(int person, int meeting) const {
    const MeetingWish& wish = problem_.meetings[meeting];
    const Seating& seating = task_.solution.meetings[meeting];
    return contains(problem_.seats[seating.first_person == person ? wish.first : wish.second],
                    person);
  }

  void list_seated() {
    for (std::size_t m = 0; m < problem_.meetings.size(); ++m) {
      const int slot = task_.solution.meetings[m].slot;
      if (slot >= 0 && slot < static_cast<int>(out_.seated.size()))
        out_.seated[slot].push_back(static_cast<int>(m));
    }
  }

  const Task& task_;
  const Problem& problem_;
  Setting out_;
};

}  // namespace

std::vector<std::vector<char>> who_is_called(const Problem& problem) {
  std::vector<std::vector<char>> out;
  for (const Activity& activity : problem.activities) {
    std::vector<char>& called = out.emplace_back(problem.people.size(), char{0});
    for (const auto* people : {&activity.required, &activity.everyone})
      for (const int person : *people) called[person] = 1;
  }
  return out;
}

std::vector<char> which_may_be_held(const Problem& problem) {
  std::vector<char> out;
  for (int a = 0; a < static_cast<int>(problem.activities.size()); ++a)
    out.push_back(may_be_held(problem, a) ? 1 : 0);
  return out;
}

bool at_odds(const Task& task, int activity, int one, int other) {
  return at_odds(task.problem, task.grid, activity, one, other, task.strict);
}

std::vector<int> company_of(const Task& task, int person, int activity) {
  std::vector<int> out;
  for (const int number : task.grid.rules_of[person]) {
    const Rule& rule = task.problem.rules[number];
    if (rule.kind != RuleKind::AlwaysWith || rule.covers[activity] == 0 ||
        !contains(rule.others, person))
      continue;
    for (const int other : rule.people)
      if (other != person) out.push_back(other);
  }
  return out;
}

int wish_for(const Task& task, int person, int activity) {
  for (const int wish : task.grid.wishes_of_activity[activity])
    if (task.problem.attendances[wish].person == person) return wish;
  return -1;
}

Setting make_setting(const Task& task, Frame frame) {
  return Maker(task, std::move(frame)).make();
}

}  // namespace kontor::engine::timetable
