#include "engine/timetable/repair/locks.h"

#include <algorithm>

#include "engine/timetable/repair/frame.h"

namespace kontor::engine::timetable {

namespace {

std::vector<char> sized(std::vector<char> list, std::size_t size) {
  list.resize(size, 0);
  return list;
}

bool sits(const Problem& problem, int organisation, int person) {
  const auto& seats = problem.seats[organisation];
  return std::ranges::find(seats, person) != seats.end();
}

}  // namespace

bool seating_possible(const Problem& problem, const Grid& grid, int meeting,
                      const Seating& seating) {
  const MeetingWish& wish = problem.meetings[meeting];
  return seating.slot >= 0 && seating.slot < static_cast<int>(grid.slots.size()) &&
         sits(problem, wish.first, seating.first_person) &&
         sits(problem, wish.second, seating.second_person) &&
         grid.may_meet[seating.first_person][seating.slot] != 0 &&
         grid.may_meet[seating.second_person][seating.slot] != 0;
}

Locks find_locks(const Problem& problem, const Grid& grid, const Solution& before,
                 const RepairDemand& demand) {
  Locks out{sized(demand.locked_activities, problem.activities.size()),
            sized(demand.locked_meetings, problem.meetings.size()),
            sized(demand.locked_attendances, problem.attendances.size())};
  const auto past = [&](int activity) {
    const int option = before.options[activity];
    return option >= 0 && problem.activities[activity].options[option].starts_at < demand.now;
  };
  for (int a = 0; a < static_cast<int>(problem.activities.size()); ++a)
    if (past(a) && possible_alone(problem, a, before.options[a])) out.activities[a] = 1;
  for (std::size_t w = 0; w < problem.attendances.size(); ++w) {
    const AttendanceWish& wish = problem.attendances[w];
    if (before.attends[w] && past(wish.activity) &&
        present(problem, wish.person,
                stay_of(problem, wish.activity, before.options[wish.activity], wish.person)))
      out.attendances[w] = 1;
  }
  for (std::size_t m = 0; m < problem.meetings.size(); ++m)
    if (const Seating& seating = before.meetings[m];
        seating_possible(problem, grid, static_cast<int>(m), seating) &&
        grid.slots[seating.slot].stay.starts_at < demand.now)
      out.meetings[m] = 1;
  return out;
}

Grid from_now_on(const Grid& grid, int now) {
  Grid out = grid;
  for (std::size_t s = 0; s < grid.slots.size(); ++s)
    if (grid.slots[s].stay.starts_at < now)
      for (auto& slots : out.may_meet) slots[s] = 0;
  return out;
}

}  // namespace kontor::engine::timetable
