#include "planning/agenda.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "planning/numbers.h"
#include "planning/presence.h"
#include "planning/rides.h"

namespace kontor::planning {

namespace {

using mission::Mission;
using mission::Plan;

const mission::Venue* venue_of(const Mission& mission, const mission::RoomId& room) {
  for (const auto& venue : mission.venues)
    if (find(venue.rooms, room) != nullptr) return &venue;
  return nullptr;
}

// The engagement that a placed activity is; nothing where it or its city is unknown.
bool describe(const Mission& mission, const mission::ActivityPlacement& placement,
              Engagement& out) {
  const auto* activity = find(mission.activities, placement.activity);
  const auto* leg = activity == nullptr ? nullptr : find(mission.legs, activity->leg);
  if (leg == nullptr) return false;
  out.starts_at = placement.starts_at;
  out.ends_at = base::plus_minutes(placement.starts_at, placement.minutes);
  out.in_place_at = out.starts_at;
  out.stays_until = out.ends_at;
  out.leg = leg->id;
  out.zone = leg->zone;
  out.kind = EngagementKind::Activity;
  out.activity = activity->id;
  out.room = placement.room;
  return true;
}

bool describe(const Mission& mission, const mission::Meeting& meeting, Engagement& out) {
  const auto* session = find(mission.sessions, meeting.session);
  const auto* venue = session == nullptr ? nullptr : venue_of(mission, session->room);
  const auto* leg = venue == nullptr ? nullptr : find(mission.legs, venue->leg);
  if (leg == nullptr) return false;
  out.starts_at = base::plus_minutes(session->starts_at, meeting.slot * session->slot_minutes);
  out.ends_at = base::plus_minutes(out.starts_at, session->slot_minutes);
  out.in_place_at = out.starts_at;
  out.stays_until = out.ends_at;
  out.leg = leg->id;
  out.zone = leg->zone;
  out.kind = EngagementKind::Meeting;
  out.session = meeting.session;
  out.slot = meeting.slot;
  out.table = meeting.table;
  out.room = session->room;
  out.first = meeting.first;
  out.second = meeting.second;
  out.first_person = meeting.first_person;
  out.second_person = meeting.second_person;
  return true;
}

bool by_office(const Mission& mission, const mission::Attendance& attendance) {
  const auto* activity = find(mission.activities, attendance.activity);
  return activity != nullptr &&
         std::ranges::any_of(mission.offices, [&](const mission::Office& office) {
           return office.holder == attendance.person &&
                  std::ranges::find(activity->offices, office.id) != activity->offices.end();
         });
}

void stay_longer(const mission::Presence& longer, Engagement& out) {
  out.in_place_at = base::plus_minutes(out.starts_at, -longer.early_minutes);
  out.stays_until = base::plus_minutes(out.ends_at, longer.late_minutes);
}

void board(const Ride& ride, Engagement& out) {
  out.coach = ride.coach;
  out.boards_at = ride.boards_at;
  out.departs_at = ride.departs_at;
  out.returns_at = ride.returns_at;
}

void sort(std::vector<Engagement>& engagements) {
  std::ranges::stable_sort(engagements, {}, [](const Engagement& e) {
    return std::tie(e.starts_at, e.leg, e.kind, e.activity, e.session, e.table, e.person);
  });
}

std::vector<Engagement> agenda_of(const Mission& mission, const Plan& plan,
                                  const std::set<mission::PersonId>& people) {
  std::vector<Engagement> out;
  const std::vector<Ride> all_rides = rides(mission, plan);
  for (const auto& attendance : plan.attendances) {
    if (!people.contains(attendance.person)) continue;
    const auto placement = std::ranges::find(plan.activities, attendance.activity,
                                             &mission::ActivityPlacement::activity);
    Engagement engagement;
    if (placement == plan.activities.end() || !describe(mission, *placement, engagement)) continue;
    engagement.person = attendance.person;
    stay_longer(presence_of(plan, attendance.activity, attendance.person), engagement);
    engagement.on_duty = attendance.wish.empty() || by_office(mission, attendance);
    for (const Ride& ride : all_rides)
      if (ride.activity == attendance.activity && ride.coach == attendance.coach)
        board(ride, engagement);
    out.push_back(std::move(engagement));
  }
  for (const auto& meeting : plan.meetings)
    for (const auto& person : {meeting.first_person, meeting.second_person}) {
      Engagement engagement;
      if (!people.contains(person) || !describe(mission, meeting, engagement)) continue;
      engagement.person = person;
      out.push_back(std::move(engagement));
    }
  sort(out);
  return out;
}

}  // namespace

std::vector<Engagement> agenda(const Mission& mission, const Plan& plan,
                               const mission::PersonId& person) {
  return agenda_of(mission, plan, {person});
}

std::vector<Engagement> agenda(const Mission& mission, const Plan& plan,
                               const mission::OrganisationId& organisation) {
  std::set<mission::PersonId> people;
  for (const auto& person : mission.people)
    if (person.organisation == organisation) people.insert(person.id);
  return agenda_of(mission, plan, people);
}

std::vector<Engagement> agenda(const Mission& mission, const Plan& plan,
                               const mission::RoomId& room) {
  std::vector<Engagement> out;
  for (const auto& placement : plan.activities) {
    Engagement engagement;
    if (placement.room == room && describe(mission, placement, engagement))
      out.push_back(std::move(engagement));
  }
  for (const auto& meeting : plan.meetings) {
    Engagement engagement;
    if (describe(mission, meeting, engagement) && engagement.room == room)
      out.push_back(std::move(engagement));
  }
  sort(out);
  return out;
}

mission::OrganisationId with(const Engagement& engagement, const mission::OrganisationId& own) {
  return engagement.first == own ? engagement.second : engagement.first;
}

}  // namespace kontor::planning
