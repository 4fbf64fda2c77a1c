#include <algorithm>
#include <set>

#include "planning/rides.h"
#include "server/agenda.h"
#include "server/pages.h"

namespace kontor::server {

namespace {

// The row of a timetable in which an activity without a room of ours stands.
std::string host_place(const Spot& spot) {
  if (spot.host == nullptr) return {};
  return "host-" + spot.host->id.value + (spot.leg == nullptr ? "" : "-" + spot.leg->id.value);
}

std::string place_id(const Spot& spot) {
  return spot.room == nullptr ? host_place(spot) : spot.room->id.value;
}

wire::Place place_of(const Directory& directory, const Spot& spot) {
  wire::Place place;
  place.id = place_id(spot);
  if (spot.leg != nullptr) place.leg = spot.leg->id.value;
  place.place = directory.place_number(spot.leg);
  if (spot.room == nullptr) {
    place.name = place.venue = spot.host->name;
    place.invented = spot.host->record.invented;
    return place;
  }
  place.name = spot.room->name;
  place.venue = spot.venue->name;
  place.venue_id = spot.venue->id.value;
  place.capacity = spot.room->capacity;
  place.tables = spot.room->tables;
  place.invented = spot.venue->record.invented;
  return place;
}

std::vector<wire::Place> places_of(const Directory& directory) {
  std::vector<wire::Place> places;
  for (const auto& venue : directory.mission().venues)
    for (const auto& room : venue.rooms)
      places.push_back(place_of(directory, directory.spot(room.id)));
  std::set<std::string> hosts;
  for (const auto& activity : directory.mission().activities) {
    const Spot spot = directory.spot(activity);
    if (spot.room == nullptr && spot.host != nullptr && hosts.insert(host_place(spot)).second)
      places.push_back(place_of(directory, spot));
  }
  return places;
}

wire::Timing timing_of(const mission::Timing& timing) {
  return {timing.precision, timing.first_day, timing.last_day,
          timing.earliest,  timing.latest,    timing.part_of_day};
}

// As placed; where there is no plan, as the sources fix it.
void add_time(const Directory& directory, const mission::Activity& activity,
              wire::ProgrammeEntry& entry) {
  if (const auto* placement = directory.placement(activity.id)) {
    entry.starts_at = placement->starts_at;
    entry.ends_at = base::plus_minutes(placement->starts_at, placement->minutes);
  } else if (directory.plan().version == 0 &&
             activity.timing.precision == mission::Precision::Fixed) {
    entry.starts_at = activity.timing.earliest;
    if (entry.starts_at && activity.duration_minutes > 0)
      entry.ends_at = base::plus_minutes(*entry.starts_at, activity.duration_minutes);
  }
}

wire::SessionEntry session_entry(const Directory& directory, const mission::Session& session) {
  const Spot spot = directory.spot(session.room);
  wire::SessionEntry entry;
  entry.id = session.id.value;
  entry.name = session.name;
  if (spot.leg != nullptr) entry.leg = spot.leg->id.value;
  if (spot.leg != nullptr) entry.zone = spot.leg->zone;
  entry.place_id = session.room.value;
  entry.starts_at = session.starts_at;
  entry.ends_at = base::plus_minutes(session.starts_at, session.slots * session.slot_minutes);
  entry.slot_minutes = session.slot_minutes;
  entry.slots = session.slots;
  entry.tables = session.tables;
  const auto& meetings = directory.view().session_meetings;
  if (const auto found = meetings.find(session.id); found != meetings.end())
    entry.meetings = found->second;
  entry.invented = session.record.invented;
  return entry;
}

std::vector<wire::Group> groups_of(const std::map<std::string, int>& counts) {
  std::vector<wire::Group> groups;
  for (const auto& [group, count] : counts) groups.push_back({group, count});
  return groups;
}

// Those that take longer or shorter than usual.
std::vector<wire::Way> ways_of(const mission::Mission& mission, int usual_minutes) {
  std::vector<wire::Way> ways;
  for (const auto& time : mission.travel_times) {
    const int minutes = planning::way_minutes(mission, time.from, time.to);
    if (minutes != usual_minutes) ways.push_back({time.from.value, time.to.value, minutes});
  }
  return ways;
}

}  // namespace

wire::ProgrammeEntry programme_entry(const Directory& directory,
                                     const mission::Activity& activity) {
  const Spot spot = directory.spot(activity);
  wire::ProgrammeEntry entry;
  entry.id = activity.id.value;
  entry.title = activity.title;
  entry.kind = activity.kind;
  entry.status = activity.status;
  entry.sector = activity.sector.value;
  if (spot.leg != nullptr) entry.leg = spot.leg->id.value;
  if (spot.leg != nullptr) entry.zone = spot.leg->zone;
  if (const auto* host = directory.organisation(activity.host)) entry.host = host->name;
  entry.place_id = place_id(spot);
  entry.place_name = place_name(spot, &activity);
  entry.timing = timing_of(activity.timing);
  add_time(directory, activity, entry);
  entry.capacity = activity.capacity > 0 || !spot.room ? activity.capacity : spot.room->capacity;
  const auto& tallies = directory.view().activities;
  if (const auto found = tallies.find(activity.id); found != tallies.end()) {
    entry.attending = found->second.attending;
    entry.waiting = found->second.waiting;
  }
  for (const auto language : activity.languages) entry.languages.emplace_back(base::code(language));
  for (const auto& id : activity.offices)
    if (const auto* office = directory.office(id))
      entry.offices.push_back({id.value, office->title});
  entry.mark = mark_of(activity.record);
  return entry;
}

wire::Programme programme(const Directory& directory) {
  wire::Programme page;
  page.places = places_of(directory);
  for (const auto& activity : directory.mission().activities)
    page.entries.push_back(programme_entry(directory, activity));
  for (const auto& session : directory.mission().sessions)
    page.sessions.push_back(session_entry(directory, session));
  const int usual_minutes = planning::way_minutes(directory.mission(), {}, {});
  page.usual_way_minutes = usual_minutes;
  page.ways = ways_of(directory.mission(), usual_minutes);
  return page;
}

wire::Placements placements(const Directory& directory) {
  const mission::Plan& plan = directory.plan();
  wire::Placements page;
  page.version = plan.version;
  for (const auto& meeting : plan.meetings)
    page.meetings.push_back({meeting.session.value, meeting.slot, meeting.table,
                             meeting.first.value, meeting.second.value, meeting.first_person.value,
                             meeting.second_person.value});
  for (const auto& attendance : plan.attendances)
    page.attendances.push_back({attendance.activity.value, attendance.person.value});
  return page;
}

std::optional<wire::ActivityPage> activity_page(const Directory& directory,
                                                const mission::ActivityId& id) {
  const auto* activity = directory.activity(id);
  if (activity == nullptr) return std::nullopt;
  wire::ActivityPage page;
  page.entry = programme_entry(directory, *activity);
  const auto& tallies = directory.view().activities;
  if (const auto found = tallies.find(id); found != tallies.end()) {
    page.attending_by_region = groups_of(found->second.attending_by_region);
    page.attending_by_size = groups_of(found->second.attending_by_size);
  }
  for (const auto& attendance : directory.plan().attendances)
    if (attendance.activity == id)
      if (const auto* person = directory.person(attendance.person))
        page.attendees.push_back(person_row(directory, *person));
  std::vector<const mission::Waiting*> waiting;
  for (const auto& one : directory.plan().waiting)
    if (one.activity == id) waiting.push_back(&one);
  std::ranges::sort(waiting, {}, &mission::Waiting::position);
  for (const auto* one : waiting)
    if (const auto* person = directory.person(one->person))
      page.waiting.push_back(person_row(directory, *person));
  return page;
}

}  // namespace kontor::server
