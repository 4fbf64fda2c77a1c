#pragma once
#include <string>
#include <vector>

#include "base/time.h"
#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::planning {

enum class EngagementKind { Activity, Meeting };

// One thing in somebody's, an organisation's or a room's day, on the clock of its city.
struct Engagement {
  base::LocalDateTime starts_at;
  base::LocalDateTime ends_at;
  mission::LegId leg;
  std::string zone;  // IANA name
  EngagementKind kind = EngagementKind::Activity;
  mission::ActivityId activity;  // of kind Activity
  mission::SessionId session;    // of kind Meeting, with slot and table
  int slot = 0;
  int table = 0;
  mission::RoomId room;             // empty: at a host's place
  mission::PersonId person;         // whose it is; empty in a room's list
  base::LocalDateTime in_place_at;  // starts_at, or earlier where the plan's `presence` says so
  base::LocalDateTime stays_until;  // ends_at, or later
  bool on_duty = false;             // an activity attended by office or with the whole delegation
  mission::CoachId coach;           // that takes the person there and back; empty: none
  mission::VenueId boards_at;       // where and when it leaves, and when it is back there
  base::LocalDateTime departs_at;
  base::LocalDateTime returns_at;
  mission::OrganisationId first;  // of a meeting, with who sits there
  mission::OrganisationId second;
  mission::PersonId first_person;
  mission::PersonId second_person;

  bool operator==(const Engagement&) const = default;
};

// By start, then by city and kind. What the plan names and the mission does not know is left out.
std::vector<Engagement> agenda(const mission::Mission& mission, const mission::Plan& plan,
                               const mission::PersonId& person);
// Of all people of the organisation; an activity stands there once for each of them.
std::vector<Engagement> agenda(const mission::Mission& mission, const mission::Plan& plan,
                               const mission::OrganisationId& organisation);
// The activities and meetings in a room.
std::vector<Engagement> agenda(const mission::Mission& mission, const mission::Plan& plan,
                               const mission::RoomId& room);

// Whom `own` meets there; empty for an activity.
mission::OrganisationId with(const Engagement& engagement, const mission::OrganisationId& own);

}  // namespace kontor::planning
