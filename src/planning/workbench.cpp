#include "planning/workbench.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/zone.h"
#include "planning/locate.h"
#include "planning/numbers.h"

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;

template <class Map, class Key>
int number(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? -1 : found->second;
}

// Everybody at an activity who is not located there yet counts as having had a duty.
void add_attendances(const mission::Mission& changed, const Translation& translation,
                     const mission::Plan& plan, timetable::Solution& out) {
  const auto activities = numbers<mission::ActivityId>(changed.activities);
  const auto people = numbers<mission::PersonId>(changed.people);
  std::set<std::pair<int, int>> there;
  for (const auto& duty : out.duties) there.emplace(duty.activity, duty.person);
  for (std::size_t w = 0; w < out.attends.size(); ++w)
    if (const auto& wish = translation.problem.attendances[w]; out.attends[w])
      there.emplace(wish.activity, wish.person);
  for (const auto& attendance : plan.attendances) {
    const int activity = number(activities, attendance.activity);
    const int person = number(people, attendance.person);
    if (activity >= 0 && person >= 0 && there.emplace(activity, person).second)
      out.duties.push_back({activity, person});
  }
  std::ranges::sort(out.duties);
}

// Meetings of slots that are no more stand behind the last slot.
void add_meetings(const mission::Mission& changed, const Translation& translation,
                  const mission::Plan& plan, timetable::Solution& out) {
  const auto organisations = numbers<mission::OrganisationId>(changed.organisations);
  const auto people = numbers<mission::PersonId>(changed.people);
  const auto sessions = numbers<mission::SessionId>(changed.sessions);
  std::map<std::pair<int, int>, int> pairs;
  for (std::size_t m = 0; m < translation.problem.meetings.size(); ++m)
    pairs[{translation.problem.meetings[m].first, translation.problem.meetings[m].second}] =
        static_cast<int>(m);
  int slots = 0;
  for (const auto& session : translation.problem.sessions) slots += session.slots;
  for (const auto& meeting : plan.meetings) {
    const int session = number(sessions, meeting.session);
    if (session >= 0 && meeting.slot < translation.problem.sessions[session].slots) continue;
    const auto pair =
        pairs.find({number(organisations, meeting.first), number(organisations, meeting.second)});
    const int first = number(people, meeting.first_person);
    const int second = number(people, meeting.second_person);
    if (pair != pairs.end() && first >= 0 && second >= 0)
      out.meetings[pair->second] = {slots, meeting.table, first, second};
  }
}

}  // namespace

Workbench::Workbench(std::shared_ptr<const mission::Mission> the_mission,
                     std::shared_ptr<const mission::Plan> the_plan)
    : mission(std::move(the_mission)),
      plan(std::move(the_plan)),
      translation(translate(*mission)),
      grid(timetable::make_grid(translation.problem)),
      solution(locate(*mission, translation, *plan)) {}

int Workbench::minute(base::Instant instant) const {
  constexpr auto most = std::chrono::days(3650);  // far from any mission, and an int in minutes
  const auto from = translation.origin - most, to = translation.origin + most;
  return static_cast<int>((std::clamp(instant, from, to) - translation.origin) /
                          std::chrono::minutes(1));
}

const mission::ActivityPlacement* Workbench::placement(const mission::ActivityId& activity) const {
  const auto found =
      std::ranges::find(plan->activities, activity, &mission::ActivityPlacement::activity);
  return found == plan->activities.end() ? nullptr : &*found;
}

base::Instant Workbench::starts_at(const mission::ActivityPlacement& placement) const {
  const auto activity =
      std::ranges::find(mission->activities, placement.activity, &mission::Activity::id);
  const auto leg = std::ranges::find(mission->legs, activity->leg, &mission::Leg::id);
  return base::to_instant(placement.starts_at, leg->zone);
}

timetable::Solution locate_before(const mission::Mission& changed, const Translation& translation,
                                  const mission::Plan& plan) {
  timetable::Solution out = locate(changed, translation, plan);
  add_attendances(changed, translation, plan, out);
  add_meetings(changed, translation, plan, out);
  return out;
}

}  // namespace kontor::planning
