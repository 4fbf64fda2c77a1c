#include "planning/diff.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace kontor::planning {

namespace {

using What = std::tuple<EngagementKind, std::string>;  // and the activity or organisation
using Day = std::map<What, Whereabouts>;
using Days = std::map<mission::PersonId, Day>;

Days days(const mission::Mission& mission, const mission::Plan& plan) {
  std::unordered_map<mission::ActivityId, const mission::ActivityPlacement*> placements;
  for (const auto& placement : plan.activities) placements[placement.activity] = &placement;
  std::unordered_map<mission::SessionId, const mission::Session*> sessions;
  for (const auto& session : mission.sessions) sessions[session.id] = &session;
  Days out;
  for (const auto& attendance : plan.attendances)
    if (const auto found = placements.find(attendance.activity); found != placements.end())
      out[attendance.person][{EngagementKind::Activity, attendance.activity.value}] = {
          found->second->starts_at, found->second->room, {}, 0, 0, {}};
  for (const auto& meeting : plan.meetings) {
    const auto found = sessions.find(meeting.session);
    if (found == sessions.end()) continue;
    const mission::Session& session = *found->second;
    const auto starts = base::plus_minutes(session.starts_at, meeting.slot * session.slot_minutes);
    out[meeting.first_person][{EngagementKind::Meeting, meeting.second.value}] = {
        starts, session.room, session.id, meeting.slot, meeting.table, meeting.second_person};
    out[meeting.second_person][{EngagementKind::Meeting, meeting.first.value}] = {
        starts, session.room, session.id, meeting.slot, meeting.table, meeting.first_person};
  }
  return out;
}

EngagementChange change(const What& what, const Day& before, const Day& after) {
  EngagementChange out;
  out.kind = std::get<0>(what);
  if (out.kind == EngagementKind::Activity)
    out.activity.value = std::get<1>(what);
  else
    out.with.value = std::get<1>(what);
  if (const auto found = before.find(what); found != before.end()) out.before = found->second;
  if (const auto found = after.find(what); found != after.end()) out.after = found->second;
  return out;
}

std::vector<EngagementChange> changes(const Day& before, const Day& after) {
  std::vector<EngagementChange> out;
  Day all = before;
  all.insert(after.begin(), after.end());
  for (const auto& [what, where] : all) {
    EngagementChange found = change(what, before, after);
    if (found.before != found.after) out.push_back(std::move(found));
  }
  return out;
}

}  // namespace

bool EngagementChange::minor() const {
  return before && after && before->starts_at == after->starts_at && before->room == after->room;
}

std::vector<PersonChange> diff(const mission::Mission& mission_before, const mission::Plan& before,
                               const mission::Mission& mission_after, const mission::Plan& after) {
  const Days old = days(mission_before, before), now = days(mission_after, after);
  const Day none;
  const auto day = [&](const Days& days, const mission::PersonId& person) -> const Day& {
    const auto found = days.find(person);
    return found == days.end() ? none : found->second;
  };
  Days all = old;
  all.insert(now.begin(), now.end());
  std::vector<PersonChange> out;
  for (const auto& [person, unused] : all) {
    PersonChange found{person, changes(day(old, person), day(now, person))};
    if (!found.changes.empty()) out.push_back(std::move(found));
  }
  return out;
}

}  // namespace kontor::planning
