#include "planning/locate.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/zone.h"
#include "planning/numbers.h"

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;

using timetable::contains;

// The option of the activity with this number that `placement` chose; -1: there is none such.
int option_of(const mission::Mission& mission, const Translation& translation,
              const mission::ActivityPlacement& placement, int activity) {
  const auto leg =
      std::ranges::find(mission.legs, mission.activities[activity].leg, &mission::Leg::id);
  if (leg == mission.legs.end()) return -1;
  const auto at = base::to_instant(placement.starts_at, leg->zone) - translation.origin;
  const auto& options = translation.problem.activities[activity].options;
  int out = -1;
  for (std::size_t o = 0; o < options.size(); ++o)
    if (std::chrono::minutes(options[o].starts_at) == at &&
        translation.rooms_of_options[activity][o] == placement.room)
      out = static_cast<int>(o);
  return out;
}

void add(const timetable::Problem& problem, const NumberedAttendance& there, Gone gone,
         timetable::Solution& out) {
  const auto& bound = problem.activities[there.activity];
  const timetable::Duty duty{there.activity, there.person};
  if (out.options[there.activity] < 0) {
    if (gone == Gone::Keep) out.duties.push_back(duty);
    return;
  }
  if (there.coach >= 0) out.rides.push_back({there.activity, there.coach, there.person});
  // Without a wish: bound to come, perhaps by a rule of protocol.
  if (there.wish == -1 || contains(bound.required, there.person) ||
      contains(bound.everyone, there.person))
    out.duties.push_back(duty);
  else if (there.wish >= 0)
    out.attends[there.wish] = true;
  else if (gone == Gone::Keep)
    out.duties.push_back(duty);
}

void sort(timetable::Solution& out) {
  std::ranges::sort(out.duties);
  std::ranges::sort(out.rides);
  for (auto& coaches : out.coaches) coaches.clear();
  for (const auto& ride : out.rides) {
    auto& serving = out.coaches[ride.activity];
    if (serving.empty() || serving.back() != ride.coach) serving.push_back(ride.coach);
  }
}

void locate_meetings(const mission::Mission& mission, const Translation& translation,
                     const mission::Plan& plan, Gone gone, timetable::Solution& out) {
  const auto organisations = numbers<mission::OrganisationId>(mission.organisations);
  const auto people = numbers<mission::PersonId>(mission.people);
  const auto sessions = numbers<mission::SessionId>(mission.sessions);
  std::vector<int> first_slot{0};
  for (const auto& session : translation.problem.sessions)
    first_slot.push_back(first_slot.back() + session.slots);
  std::map<std::pair<int, int>, int> pairs;
  for (std::size_t m = 0; m < translation.problem.meetings.size(); ++m)
    pairs[{translation.problem.meetings[m].first, translation.problem.meetings[m].second}] =
        static_cast<int>(m);
  for (const auto& meeting : plan.meetings) {
    const auto pair =
        pairs.find({number(organisations, meeting.first), number(organisations, meeting.second)});
    const int first = number(people, meeting.first_person);
    const int second = number(people, meeting.second_person);
    if (pair == pairs.end() || first < 0 || second < 0) continue;
    const int session = number(sessions, meeting.session);
    const bool there = session >= 0 && meeting.slot < translation.problem.sessions[session].slots;
    if (there || gone == Gone::Keep)
      out.meetings[pair->second] = {there ? first_slot[session] + meeting.slot : first_slot.back(),
                                    meeting.table, first, second};
  }
}

}  // namespace

std::vector<NumberedAttendance> number_attendances(const mission::Mission& mission,
                                                   const Translation& translation,
                                                   const mission::Plan& plan) {
  constexpr int unknown_wish = -2;
  const auto activities = numbers<mission::ActivityId>(mission.activities);
  const auto people = numbers<mission::PersonId>(mission.people);
  const auto wishes = numbers<mission::WishId>(mission.wishes);
  const auto coaches = numbers<mission::CoachId>(mission.coaches);
  std::unordered_map<int, int> attendance_of;
  for (std::size_t w = 0; w < translation.wish_of_attendance.size(); ++w)
    attendance_of[translation.wish_of_attendance[w]] = static_cast<int>(w);
  std::vector<NumberedAttendance> out;
  for (const auto& attendance : plan.attendances) {
    NumberedAttendance there{number(activities, attendance.activity),
                             number(people, attendance.person), -1,
                             number(coaches, attendance.coach)};
    if (there.activity < 0 || there.person < 0) continue;
    if (!attendance.wish.empty()) {
      const auto found = attendance_of.find(number(wishes, attendance.wish));
      there.wish = found == attendance_of.end() ? unknown_wish : found->second;
    }
    out.push_back(there);
  }
  return out;
}

timetable::Solution locate(const mission::Mission& mission, const Translation& translation,
                           const mission::Plan& plan, Gone gone) {
  timetable::Solution out;
  out.options.assign(translation.problem.activities.size(), -1);
  out.meetings.resize(translation.problem.meetings.size());
  out.attends.assign(translation.problem.attendances.size(), false);
  out.coaches.resize(translation.problem.activities.size());
  const auto activities = numbers<mission::ActivityId>(mission.activities);
  for (const auto& placement : plan.activities)
    if (const int activity = number(activities, placement.activity); activity >= 0)
      out.options[activity] = option_of(mission, translation, placement, activity);
  for (const auto& there : number_attendances(mission, translation, plan))
    add(translation.problem, there, gone, out);
  sort(out);
  locate_meetings(mission, translation, plan, gone, out);
  return out;
}

timetable::Solution relocate(const mission::Mission& mission, const Retranslation& retranslation,
                             const mission::Plan& plan, timetable::Solution out,
                             const std::vector<NumberedAttendance>& attendances) {
  const Translation& translation = retranslation.translation;
  std::vector<char> differs(out.options.size(), 0);
  for (const int activity : retranslation.activities) {
    differs[activity] = 1;
    const auto placement = std::ranges::find(plan.activities, mission.activities[activity].id,
                                             &mission::ActivityPlacement::activity);
    out.options[activity] = placement == plan.activities.end()
                                ? -1
                                : option_of(mission, translation, *placement, activity);
  }
  const auto drop = [&](auto& rows) {
    std::erase_if(rows, [&](const auto& row) { return differs[row.activity] != 0; });
  };
  drop(out.duties);
  drop(out.rides);
  for (std::size_t w = 0; w < out.attends.size(); ++w)
    if (differs[translation.problem.attendances[w].activity]) out.attends[w] = false;
  for (const auto& there : attendances)
    if (differs[there.activity]) add(translation.problem, there, Gone::Keep, out);
  sort(out);
  return out;
}

}  // namespace kontor::planning
