#pragma once
#include <algorithm>

#include "engine/timetable/check.h"
#include "engine/timetable_random.h"

namespace kontor::engine::timetable::testing {

// Enumerates all timetables that hold at least the activities `held`, judged by check() alone.
class BruteForce {
 public:
  BruteForce(const Problem& problem, const std::vector<int>& options) : problem_(problem) {
    for (const int option : options) held_.push_back(option >= 0);
    solution_.options.assign(problem.activities.size(), -1);
    solution_.meetings.resize(problem.meetings.size());
    solution_.attends.assign(problem.attendances.size(), false);
    solution_.coaches.resize(problem.activities.size());
  }

  std::int64_t best() {
    choose_option(0);
    return best_;
  }

 private:
  bool sound() { return check(problem_, solution_).violations.empty() || sound_with_coaches(0); }

  // Whether some coaches make the timetable sound; `n` counts pairs of an activity and a coach.
  bool sound_with_coaches(std::size_t n) {
    const std::size_t count = problem_.coaches.size();
    if (count == 0) return false;
    if (n == count * problem_.activities.size())
      return check(problem_, solution_).violations.empty();
    auto& coaches = solution_.coaches[n / count];
    if (n % count == 0) coaches.clear();
    const std::vector<int> before = coaches;
    if (sound_with_coaches(n + 1)) return true;
    coaches = before;
    if (problem_.activities[n / count].boards_at < 0) return false;
    coaches.push_back(static_cast<int>(n % count));
    return sound_with_coaches(n + 1);
  }

  // Whether nothing but too few coaches is wrong: nobody is excused for want of a seat, but may be
  // for somebody with whom they must not share a coach.
  bool sound_but_for_coaches(bool with_parting = false) const {
    return std::ranges::all_of(check(problem_, solution_).violations, [&](const Violation& broken) {
      return broken.rule == "coaches" || (broken.rule == "not_same_vehicle" && !with_parting &&
                                          problem_.activities[broken.first].boards_at >= 0);
    });
  }

  bool single(std::size_t a) const {
    return std::ranges::all_of(problem_.activities[a].options, [&](const Option& option) {
      return option.starts_at == problem_.activities[a].options[0].starts_at;
    });
  }

  void choose_option(std::size_t a) {
    if (a == problem_.activities.size()) return add_duties();
    const int options = static_cast<int>(problem_.activities[a].options.size());
    for (int o = held_[a] ? 0 : -1; o < options; ++o) {
      solution_.options[a] = o;
      choose_option(a + 1);
    }
    solution_.options[a] = -1;
  }

  void add_duties() {
    for (std::size_t a = 0; a < held_.size(); ++a)
      if (solution_.options[a] >= 0)
        for (const int person : problem_.activities[a].required)
          solution_.duties.push_back({static_cast<int>(a), person});
    choose_called(0);
    solution_.duties.clear();
  }

  // Whether a rule other than a clearance names the person: whom rules call or excuse.
  bool named(int person) const {
    return std::ranges::any_of(problem_.rules, [&](const Rule& rule) {
      return rule.kind != RuleKind::ClearanceNeeded &&
             (contains(rule.people, person) || contains(rule.others, person));
    });
  }

  bool on_duty(int person, int activity) const {
    return std::ranges::any_of(solution_.duties, [&](const Duty& duty) {
      return duty.person == person && duty.activity == activity;
    });
  }

  // Tries every set of duties of those whom rules name.
  void choose_called(std::size_t number) {
    const std::size_t people = problem_.people.size();
    if (number == people * held_.size()) {
      if (nobody_shirks()) grant();
      return;
    }
    choose_called(number + 1);
    const int activity = static_cast<int>(number / people),
              person = static_cast<int>(number % people);
    if (solution_.options[activity] < 0 || !named(person) || on_duty(person, activity)) return;
    const bool calls = std::ranges::any_of(problem_.rules, [&](const Rule& rule) {
      return rule.covers[activity] && contains(rule.people, person) &&
             (rule.kind == RuleKind::AtLeastOneOf || rule.kind == RuleKind::AlwaysWith);
    });
    if (!calls && !contains(problem_.activities[activity].everyone, person)) return;
    solution_.duties.push_back({activity, person});
    choose_called(number + 1);
    solution_.duties.pop_back();
  }

  // Whether all whom a rule names attend with everyone unless that cannot be.
  bool nobody_shirks() {
    if (!sound_but_for_coaches()) return false;
    for (int a = 0; a < static_cast<int>(held_.size()); ++a)
      for (const int person : problem_.activities[a].everyone) {
        if (solution_.options[a] < 0 || !named(person) || on_duty(person, a)) continue;
        solution_.duties.push_back({a, person});
        const bool shirks = sound_but_for_coaches(true);
        solution_.duties.pop_back();
        if (shirks) return false;
      }
    return true;
  }

  void grant() {
    const std::size_t called = solution_.duties.size();
    for (const bool singles : {true, false})
      for (std::size_t a = 0; a < held_.size(); ++a)
        if (single(a) == singles && solution_.options[a] >= 0)
          for (const int person : problem_.activities[a].everyone) {
            if (named(person)) continue;
            solution_.duties.push_back({static_cast<int>(a), person});
            if (!sound_but_for_coaches()) solution_.duties.pop_back();
          }
    const std::vector<bool> before = solution_.attends;
    for (std::size_t w = 0; w < before.size(); ++w)
      for (const Duty& duty : solution_.duties)
        if (duty.person == problem_.attendances[w].person &&
            duty.activity == problem_.attendances[w].activity)
          solution_.attends[w] = true;
    if (sound()) choose_attendance(0);
    solution_.attends = before;
    solution_.duties.resize(called);
  }

  void choose_attendance(std::size_t w) {
    if (w == solution_.attends.size()) return choose_meeting(0);
    choose_attendance(w + 1);
    if (solution_.attends[w]) return;
    solution_.attends[w] = true;
    if (sound()) choose_attendance(w + 1);
    solution_.attends[w] = false;
  }

  void choose_meeting(std::size_t m) {
    if (m == solution_.meetings.size()) {
      best_ = std::max(best_, check(problem_, solution_).worth.points);
      return;
    }
    choose_meeting(m + 1);
    int slots = 0;
    for (const Session& session : problem_.sessions) slots += session.slots;
    for (int s = 0; s < slots; ++s)
      for (const int first : problem_.seats[problem_.meetings[m].first])
        for (const int second : problem_.seats[problem_.meetings[m].second]) {
          solution_.meetings[m] = {s, 0, first, second};
          if (sound()) choose_meeting(m + 1);
        }
    solution_.meetings[m] = {};
  }

  const Problem& problem_;
  std::vector<bool> held_;
  Solution solution_;
  std::int64_t best_ = 0;
};

}  // namespace kontor::engine::timetable::testing
