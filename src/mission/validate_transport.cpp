#include <algorithm>

#include "mission/open.h"
#include "mission/validate_parts.h"

// What moves people and what keeps rooms shut: coaches, hubs, opening hours, equipment.

namespace kontor::mission {

namespace {

void check_openings(const std::string& path, const std::vector<Opening>& openings, Faults& faults) {
  for (const Opening& opening : openings) {
    if (!opening.from.date.ok()) faults.missing(path, "from");
    if (!opening.to.date.ok()) faults.missing(path, "to");
    if (opening.from.date.ok() && opening.to.date.ok())
      faults.order(path, opening.from, opening.to);
  }
}

void check_room(const Room& room, Faults& faults) {
  const std::string path = "room/" + room.id.value;
  check_openings(path + "/opening_hours", room.opening_hours, faults);
  for (const EquipmentId& kind : room.equipment)
    if (!base::is_id(kind.value)) faults.add("bad_id", path + "/equipment", kind.value);
}

const Venue* venue_of(const Index& index, const VenueId& id) {
  return index.venues.has(id.value) ? &index.mission.venues[index.venues.at(id.value)] : nullptr;
}

// `id` is a venue of `leg`, or empty.
void check_venue_of_leg(const Index& index, const std::string& path, const VenueId& id,
                        const LegId& leg, Faults& faults) {
  faults.reference(path, id, index.venues);
  const Venue* venue = venue_of(index, id);
  if (venue && !leg.empty() && venue->leg != leg)
    faults.add("out_of_range", path, id.value, {{"expected", "a venue of leg " + leg.value}});
}

void check_by_coach(const Index& index, const Activity& activity, Faults& faults) {
  const std::string path = "activity/" + activity.id.value;
  check_venue_of_leg(index, path + "/boards_at", activity.boards_at, activity.leg, faults);
  if (!activity.by_coach) {
    if (!activity.boards_at.empty())
      faults.add("no_coach", path + "/boards_at", activity.leg.value);
    return;
  }
  const Leg* leg = index.leg(activity.leg);
  if (leg && leg->hub.empty() && activity.boards_at.empty()) faults.missing(path, "boards_at");
  if (std::ranges::find(index.mission.coaches, activity.leg, &Coach::leg) ==
      index.mission.coaches.end())
    faults.add("no_coach", path + "/by_coach", activity.leg.value);
}

void check_session_hours(const Index& index, const Session& session, Faults& faults) {
  const RoomPlace* place = index.room(session.room);
  if (!place || !session.starts_at.date.ok() || session.slots <= 0 || session.slot_minutes <= 0)
    return;
  if (session.slots > 24 * 60 || session.slot_minutes > 24 * 60) return;
  if (!is_open(*place->venue, *place->room, session.starts_at,
               session.slots * session.slot_minutes))
    faults.add("closed", "session/" + session.id.value + "/starts_at",
               base::format(session.starts_at), {{"room", session.room.value}});
}

}  // namespace

void validate_transport(const Index& index, Faults& faults) {
  const Mission& mission = index.mission;
  for (const Leg& leg : mission.legs)
    check_venue_of_leg(index, "leg/" + leg.id.value + "/hub", leg.hub, leg.id, faults);
  for (const Venue& venue : mission.venues) {
    check_openings("venue/" + venue.id.value + "/opening_hours", venue.opening_hours, faults);
    for (const Room& room : venue.rooms) check_room(room, faults);
  }
  for (const Coach& coach : mission.coaches) {
    const std::string path = "coach/" + coach.id.value;
    faults.wording(path + "/name", coach.name);
    if (coach.leg.empty()) faults.missing(path, "leg");
    faults.reference(path + "/leg", coach.leg, index.legs);
    faults.at_least(path + "/seats", coach.seats, 1);
    faults.record(path, coach.record, index);
  }
  for (const Activity& activity : mission.activities) check_by_coach(index, activity, faults);
  for (const Session& session : mission.sessions) check_session_hours(index, session, faults);
}

}  // namespace kontor::mission
