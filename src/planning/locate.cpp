#include "planning/locate.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/zone.h"
#include "planning/numbers.h"

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;

void locate_activities(const mission::Mission& mission, const Translation& translation,
                       const mission::Plan& plan, timetable::Solution& out) {
  const auto activities = numbers<mission::ActivityId>(mission.activities);
  for (const auto& placement : plan.activities) {
    const auto found = activities.find(placement.activity);
    if (found == activities.end()) continue;
    const auto leg =
        std::ranges::find(mission.legs, mission.activities[found->second].leg, &mission::Leg::id);
    if (leg == mission.legs.end()) continue;
    const auto at = base::to_instant(placement.starts_at, leg->zone) - translation.origin;
    const auto& options = translation.problem.activities[found->second].options;
    for (std::size_t o = 0; o < options.size(); ++o)
      if (std::chrono::minutes(options[o].starts_at) == at &&
          translation.rooms_of_options[found->second][o] == placement.room)
        out.options[found->second] = static_cast<int>(o);
  }
}

void locate_attendances(const mission::Mission& mission, const Translation& translation,
                        const mission::Plan& plan, timetable::Solution& out) {
  const auto activities = numbers<mission::ActivityId>(mission.activities);
  const auto people = numbers<mission::PersonId>(mission.people);
  const auto wishes = numbers<mission::WishId>(mission.wishes);
  std::unordered_map<int, int> attendance_of;
  for (std::size_t w = 0; w < translation.wish_of_attendance.size(); ++w)
    attendance_of[translation.wish_of_attendance[w]] = static_cast<int>(w);
  const auto coaches = numbers<mission::CoachId>(mission.coaches);
  out.coaches.resize(translation.problem.activities.size());
  for (const auto& attendance : plan.attendances) {
    const auto activity = activities.find(attendance.activity);
    const auto person = people.find(attendance.person);
    if (activity == activities.end() || person == people.end()) continue;
    if (out.options[activity->second] < 0) continue;
    if (const auto coach = coaches.find(attendance.coach); coach != coaches.end())
      out.rides.push_back({activity->second, coach->second, person->second});
    const auto& bound = translation.problem.activities[activity->second];
    // Without a wish: bound to come, perhaps by a rule of protocol.
    if (attendance.wish.empty() ||
        std::ranges::find(bound.required, person->second) != bound.required.end() ||
        std::ranges::find(bound.everyone, person->second) != bound.everyone.end()) {
      out.duties.push_back({activity->second, person->second});
      continue;
    }
    const auto wish = wishes.find(attendance.wish);
    if (wish != wishes.end() && attendance_of.contains(wish->second))
      out.attends[attendance_of[wish->second]] = true;
  }
  std::ranges::sort(out.duties);
  std::ranges::sort(out.rides);
  for (const auto& ride : out.rides) {
    auto& serving = out.coaches[ride.activity];
    if (serving.empty() || serving.back() != ride.coach) serving.push_back(ride.coach);
  }
}

void locate_meetings(const mission::Mission& mission, const Translation& translation,
                     const mission::Plan& plan, timetable::Solution& out) {
  const auto organisations = numbers<mission::OrganisationId>(mission.organisations);
  const auto people = numbers<mission::PersonId>(mission.people);
  const auto sessions = numbers<mission::SessionId>(mission.sessions);
  std::vector<int> first_slot{0};
  for (const auto& session : translation.problem.sessions)
    first_slot.push_back(first_slot.back() + session.slots);
  std::map<std::pair<int, int>, int> meetings;
  for (std::size_t m = 0; m < translation.problem.meetings.size(); ++m)
    meetings[{translation.problem.meetings[m].first, translation.problem.meetings[m].second}] =
        static_cast<int>(m);
  for (const auto& meeting : plan.meetings) {
    const auto first = organisations.find(meeting.first), end = organisations.end();
    const auto second = organisations.find(meeting.second);
    const auto session = sessions.find(meeting.session);
    const auto sitter = people.find(meeting.first_person);
    const auto other = people.find(meeting.second_person);
    if (first == end || second == end || session == sessions.end() || sitter == people.end() ||
        other == people.end())
      continue;
    const auto found = meetings.find({first->second, second->second});
    if (found == meetings.end()) continue;
    out.meetings[found->second] = {first_slot[session->second] + meeting.slot, meeting.table,
                                   sitter->second, other->second};
  }
}

}  // namespace

timetable::Solution locate(const mission::Mission& mission, const Translation& translation,
                           const mission::Plan& plan) {
  timetable::Solution out;
  out.options.assign(translation.problem.activities.size(), -1);
  out.meetings.resize(translation.problem.meetings.size());
  out.attends.assign(translation.problem.attendances.size(), false);
  locate_activities(mission, translation, plan, out);
  locate_attendances(mission, translation, plan, out);
  locate_meetings(mission, translation, plan, out);
  return out;
}

}  // namespace kontor::planning
