#include "engine/timetable/repair/before.h"

#include <algorithm>

namespace kontor::engine::timetable {

namespace {

bool still_done(const State& state, int person, const Done& done) {
  if (done.kind == Kind::Meeting) {
    const Seating& seating = state.seating(done.index);
    return seating.slot == done.where &&
           (seating.first_person == person || seating.second_person == person);
  }
  if (done.where < 0 || state.option(done.index) != done.where) return false;
  return std::ranges::any_of(state.engagements(person), [&](const Engagement& engagement) {
    if (engagement.kind == Kind::Duty) return engagement.index == done.index;
    return engagement.kind == Kind::Attendance &&
           state.problem().attendances[engagement.index].activity == done.index;
  });
}

}  // namespace

Before::Before(const Problem& problem, const Solution& before, const std::vector<char>& newcomers,
               Disturbance disturbance)
    : done_(problem.people.size()), newcomers_(newcomers), disturbance_(disturbance) {
  for (const Duty& duty : before.duties)
    done_[duty.person].push_back({Kind::Duty, duty.activity, before.options[duty.activity]});
  for (std::size_t w = 0; w < before.attends.size(); ++w) {
    const AttendanceWish& wish = problem.attendances[w];
    if (before.attends[w] &&
        !std::ranges::binary_search(before.duties, Duty{wish.activity, wish.person}))
      done_[wish.person].push_back({Kind::Duty, wish.activity, before.options[wish.activity]});
  }
  for (std::size_t m = 0; m < before.meetings.size(); ++m)
    if (const Seating& seating = before.meetings[m]; seating.slot >= 0)
      for (const int person : {seating.first_person, seating.second_person})
        done_[person].push_back({Kind::Meeting, static_cast<int>(m), seating.slot});
}

bool Before::disturbed(const State& state, int person) const {
  if (!counts(person)) return false;
  const auto& done = done_[person];
  if (disturbance_ == Disturbance::Changed && state.engagements(person).size() != done.size())
    return true;
  return !std::ranges::all_of(done,
                              [&](const Done& one) { return still_done(state, person, one); });
}

std::vector<int> Before::disturbed(const State& state) const {
  std::vector<int> out;
  for (int p = 0; p < static_cast<int>(done_.size()); ++p)
    if (disturbed(state, p)) out.push_back(p);
  return out;
}

}  // namespace kontor::engine::timetable
