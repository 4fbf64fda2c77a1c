#include "engine/timetable/repair/cover.h"

#include <algorithm>

namespace kontor::engine::timetable {

Cover::Cover(const Task& task, const Setting& setting, const Choice& choice, int organisation)
    : task_(task), setting_(setting), choice_(choice), organisation_(organisation) {
  for (const int person : task.problem.seats[organisation]) {
    const bool free = choice.free[person] != 0;
    if (!free && task.before.disturbance() == Disturbance::Changed) continue;
    std::vector<Errand> errands = placed_errands(task, setting, choice, person);
    const auto& others = free ? setting.bound[person] : setting.day[person];
    errands.insert(errands.end(), others.begin(), others.end());
    sitters_.push_back({person, std::move(errands)});
  }
}

bool Cover::first_side(int meeting) const {
  return task_.problem.meetings[meeting].first == organisation_;
}

bool Cover::can_sit(const std::vector<Errand>& errands, int person, int meeting) const {
  const Seating& before = task_.solution.meetings[meeting];
  const bool first = first_side(meeting);
  const int sat = first ? before.first_person : before.second_person;
  const int opposite = first ? before.second_person : before.first_person;
  const Grid& grid = sat == person ? task_.grid : task_.open;
  return grid.may_meet[person][before.slot] != 0 && !at_odds(task_, -1, person, opposite) &&
         fits(task_.problem, task_.grid, person, errands, {task_.grid.slots[before.slot].stay});
}

bool Cover::assign(const std::vector<int>& meetings, std::size_t next) {
  if (next == meetings.size()) return true;
  if (++steps_ > most_steps) return false;
  const int meeting = meetings[next];
  const Seating& before = task_.solution.meetings[meeting];
  const int sat = first_side(meeting) ? before.first_person : before.second_person;
  for (const bool same : {true, false})
    for (Sitter& sitter : sitters_) {
      if ((sitter.person == sat) != same || !can_sit(sitter.errands, sitter.person, meeting))
        continue;
      sitter.errands.push_back({task_.grid.slots[before.slot].stay});
      seated_.emplace_back(meeting, sitter.person);
      if (assign(meetings, next + 1)) return true;
      seated_.pop_back();
      sitter.errands.pop_back();
    }
  return false;
}

bool Cover::coverable(const std::vector<int>& meetings) {
  const std::vector<Sitter> sitters = sitters_;
  seated_.clear();
  const bool good = assign(meetings, 0);
  sitters_ = sitters;
  return good;
}

std::vector<int> Cover::find(const std::vector<int>& meetings) {
  for (const int meeting : meetings)
    if (!coverable({meeting})) return {meeting};
  if (coverable(meetings)) return {};
  std::vector<int> core = meetings;
  for (const int meeting : meetings) {
    std::vector<int> fewer = core;
    std::erase(fewer, meeting);
    if (!coverable(fewer)) core = std::move(fewer);
  }
  return core;
}

void Cover::append(std::vector<std::pair<int, Seating>>& covers) const {
  for (const auto& [meeting, person] : seated_) {
    Seating seating = task_.solution.meetings[meeting];
    (first_side(meeting) ? seating.first_person : seating.second_person) = person;
    covers.emplace_back(meeting, seating);
  }
}

std::vector<int> Cover::who_could_help(const std::vector<int>& meetings) const {
  std::vector<int> people;
  for (const int meeting : meetings) {
    const Seating& seating = task_.solution.meetings[meeting];
    people.push_back(first_side(meeting) ? seating.second_person : seating.first_person);
  }
  for (const int person : task_.problem.seats[organisation_]) {
    if (choice_.free[person]) continue;
    std::vector<Errand> errands = placed_errands(task_, setting_, choice_, person);
    const auto& bound = setting_.bound[person];
    errands.insert(errands.end(), bound.begin(), bound.end());
    if (std::ranges::any_of(meetings, [&](int m) { return can_sit(errands, person, m); }))
      people.push_back(person);
  }
  std::ranges::sort(people);
  people.erase(std::ranges::unique(people).begin(), people.end());
  return people;
}

}  // namespace kontor::engine::timetable
