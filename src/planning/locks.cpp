#include "planning/locks.h"

#include <algorithm>

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;

void lock_activity(const Ground& ground, const mission::Lock& lock,
                   timetable::RepairDemand& demand) {
  const auto& activities = ground.disrupted.mission.activities;
  demand.locked_activities.resize(activities.size(), 0);
  for (std::size_t a = 0; a < activities.size(); ++a)
    if (activities[a].id == lock.activity) demand.locked_activities[a] = 1;
}

void lock_attendance(const Ground& ground, const mission::Lock& lock,
                     timetable::RepairDemand& demand) {
  const auto& wishes = ground.translation.problem.attendances;
  const mission::Mission& mission = ground.disrupted.mission;
  demand.locked_attendances.resize(wishes.size(), 0);
  for (std::size_t w = 0; w < wishes.size(); ++w)
    if (mission.activities[wishes[w].activity].id == lock.activity &&
        mission.people[wishes[w].person].id == lock.person)
      demand.locked_attendances[w] = 1;
}

void lock_meeting(const Ground& ground, const mission::Lock& lock,
                  timetable::RepairDemand& demand) {
  const auto& meetings = ground.translation.problem.meetings;
  const auto& organisations = ground.disrupted.mission.organisations;
  demand.locked_meetings.resize(meetings.size(), 0);
  for (std::size_t m = 0; m < meetings.size(); ++m)
    if (organisations[meetings[m].first].id == lock.first &&
        organisations[meetings[m].second].id == lock.second)
      demand.locked_meetings[m] = 1;
}

}  // namespace

bool is_in_plan(const mission::Plan& plan, const mission::Lock& lock) {
  if (lock.activity.empty())
    return std::ranges::any_of(plan.meetings, [&](const mission::Meeting& meeting) {
      return meeting.first == lock.first && meeting.second == lock.second;
    });
  if (lock.person.empty())
    return std::ranges::find(plan.activities, lock.activity,
                             &mission::ActivityPlacement::activity) != plan.activities.end();
  return std::ranges::any_of(plan.attendances, [&](const mission::Attendance& attendance) {
    return attendance.activity == lock.activity && attendance.person == lock.person;
  });
}

void add_locks(const Workbench& bench, const Ground& ground,
               const std::vector<mission::Lock>& locks, timetable::RepairDemand& demand,
               base::Issues& issues) {
  for (const mission::Lock& lock : locks) {
    if (!is_in_plan(*bench.plan, lock))
      issues.push_back({"not_in_plan", "lock", mission::spelled(lock), {}, {}});
    else if (lock.activity.empty())
      lock_meeting(ground, lock, demand);
    else if (lock.person.empty())
      lock_activity(ground, lock, demand);
    else
      lock_attendance(ground, lock, demand);
  }
}

}  // namespace kontor::planning
