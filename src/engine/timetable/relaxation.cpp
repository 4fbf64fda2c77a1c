#include "engine/timetable/relaxation.h"

#include <algorithm>

#include "engine/timetable/duties.h"

namespace kontor::engine::timetable {

namespace {

bool contains(const std::vector<int>& numbers, int number) {
  return std::ranges::find(numbers, number) != numbers.end();
}

bool room_taken_by_session(const Problem& problem, int room, const Stay& stay) {
  return room >= 0 && std::ranges::any_of(problem.sessions, [&](const Session& session) {
           return session.room == room && session.starts_at < stay.ends_at &&
                  stay.starts_at < session.starts_at + session.slots * session.slot_minutes;
         });
}

bool can_come(const Problem& problem, const CertainDuties& duties, int person, int activity,
              int option) {
  const Stay stay = stay_of(problem, activity, option, person);
  return present(problem, person, stay) && !duties.forbid(problem, person, stay, activity);
}

Way make_way(const Relaxation& relaxation, const CertainDuties& duties, int activity, int option) {
  const Problem& problem = *relaxation.problem;
  const Activity& held = problem.activities[activity];
  Way way{relaxation.grid->option_instants[activity][option],
          held.options[option].room,
          held.options[option].places,
          0,
          {}};
  for (const int wish : relaxation.grid->wishes_of_activity[activity]) {
    const AttendanceWish& asked = problem.attendances[wish];
    if (contains(held.required, asked.person) || contains(held.everyone, asked.person))
      way.sure_points += asked.points;
    else if (can_come(problem, duties, asked.person, activity, option))
      way.guests.push_back({asked.person, asked.points});
  }
  return way;
}

bool possible(const Problem& problem, const CertainDuties& duties, int activity, int option) {
  const Stay stay = stay_of(problem, activity, option);
  if (room_taken_by_session(problem, problem.activities[activity].options[option].room, stay))
    return false;
  return std::ranges::all_of(problem.activities[activity].required, [&](int person) {
    return can_come(problem, duties, person, activity, option);
  });
}

bool has_seat(const Relaxation& relaxation, int organisation, int slot) {
  return std::ranges::any_of(relaxation.problem->seats[organisation],
                             [&](int person) { return relaxation.may_meet[person][slot] != 0; });
}

void add_meeting_slots(Relaxation& relaxation) {
  for (const MeetingWish& wish : relaxation.problem->meetings) {
    std::vector<int> slots;
    for (int s = 0; s < static_cast<int>(relaxation.grid->slots.size()); ++s)
      if (has_seat(relaxation, wish.first, s) && has_seat(relaxation, wish.second, s))
        slots.push_back(s);
    relaxation.meeting_slots.push_back(std::move(slots));
  }
}

}  // namespace

Relaxation relax(const Problem& problem, const Grid& grid, const std::vector<char>& held) {
  const CertainDuties duties = certain_duties(problem, held);
  Relaxation out{&problem, &grid, held, grid.may_meet, {}, {}};
  for (std::size_t p = 0; p < problem.people.size(); ++p)
    for (std::size_t s = 0; s < grid.slots.size(); ++s)
      if (out.may_meet[p][s] && duties.forbid(problem, static_cast<int>(p), grid.slots[s].stay, -1))
        out.may_meet[p][s] = 0;
  add_meeting_slots(out);
  for (int a = 0; a < static_cast<int>(problem.activities.size()); ++a) {
    std::vector<Way> ways;
    for (int o = 0; o < static_cast<int>(problem.activities[a].options.size()); ++o)
      if (possible(problem, duties, a, o)) ways.push_back(make_way(out, duties, a, o));
    out.ways.push_back(std::move(ways));
  }
  return out;
}

}  // namespace kontor::engine::timetable
