#include "engine/timetable/relaxation.h"

#include <algorithm>

namespace kontor::engine::timetable {

namespace {

bool room_taken_by_session(const Problem& problem, int room, const Stay& stay) {
  return room >= 0 && std::ranges::any_of(problem.sessions, [&](const Session& session) {
           return session.room == room && session.starts_at < stay.ends_at &&
                  stay.starts_at < session.starts_at + session.slots * session.slot_minutes;
         });
}

// Seats in all coaches of the city but for those of the required.
int guest_seats(const Problem& problem, int activity) {
  const Activity& held = problem.activities[activity];
  if (held.boards_at < 0) return 0;
  int seats = 0;
  for (const Coach& coach : problem.coaches)
    if (coach.leg == problem.places[held.boards_at].leg) seats += coach.seats;
  for (const int person : held.required) seats -= rides(problem, activity, person);
  return std::max(0, seats);
}

bool can_come(const Problem& problem, int person, int activity, int option) {
  return present(problem, person, stay_of(problem, activity, option, person));
}

Way make_way(const Relaxation& relaxation, int activity, int option) {
  const Problem& problem = *relaxation.problem;
  const Activity& held = problem.activities[activity];
  Way way{relaxation.grid->option_instants[activity][option],
          relaxation.grid->ride_instants[activity][option],
          held.options[option].room,
          held.options[option].places,
          guest_seats(problem, activity),
          0,
          {}};
  for (const int wish : relaxation.grid->wishes_of_activity[activity]) {
    const AttendanceWish& asked = problem.attendances[wish];
    if (contains(held.required, asked.person) || contains(held.everyone, asked.person))
      way.sure_points += asked.points;
    else if (can_come(problem, asked.person, activity, option))
      way.guests.push_back({asked.person, asked.points});
  }
  return way;
}

bool possible(const Problem& problem, int activity, int option) {
  const Stay stay = stay_of(problem, activity, option);
  if (room_taken_by_session(problem, problem.activities[activity].options[option].room, stay))
    return false;
  return std::ranges::all_of(problem.activities[activity].required, [&](int person) {
    return can_come(problem, person, activity, option);
  });
}

bool has_seat(const Relaxation& relaxation, int organisation, int slot) {
  return std::ranges::any_of(relaxation.problem->seats[organisation], [&](int person) {
    return relaxation.grid->may_meet[person][slot] != 0;
  });
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

Relaxation relax(const Problem& problem, const Grid& grid) {
  Relaxation out{&problem, &grid, {}, {}};
  add_meeting_slots(out);
  for (int a = 0; a < static_cast<int>(problem.activities.size()); ++a) {
    std::vector<Way> ways;
    for (int o = 0; o < static_cast<int>(problem.activities[a].options.size()); ++o)
      if (possible(problem, a, o)) ways.push_back(make_way(out, a, o));
    out.ways.push_back(std::move(ways));
  }
  return out;
}

}  // namespace kontor::engine::timetable
