#include <set>

#include "base/zone.h"
#include "mission/validate_parts.h"

namespace kontor::mission {

namespace {

void check_zone(const std::string& path, const std::string& zone, Faults& faults) {
  if (!base::is_zone(zone)) faults.add("unknown_zone", path, zone);
}

// Whether all `dates` exist; those that do not are faults of `path`.
bool check_dates(const std::string& path,
                 const std::vector<std::pair<std::string_view, base::LocalDate>>& dates,
                 Faults& faults) {
  bool good = true;
  for (const auto& [field, date] : dates)
    if (!date.ok()) {
      faults.missing(path, field);
      good = false;
    }
  return good;
}

void check_mission(const Mission& mission, Faults& faults) {
  faults.wording("mission/name", mission.name);
  check_zone("mission/home_zone", mission.home_zone, faults);
  faults.at_least("mission/default_travel_minutes", mission.default_travel_minutes, 0);
  faults.at_least("mission/travel_buffer_minutes", mission.travel_buffer_minutes, 0);
  if (!check_dates("mission",
                   {{"first_day", mission.first_day},
                    {"last_day", mission.last_day},
                    {"travel_first_day", mission.travel_first_day},
                    {"travel_last_day", mission.travel_last_day}},
                   faults))
    return;
  faults.order("mission/first_day", mission.first_day, mission.last_day);
  faults.order("mission/travel_first_day", mission.travel_first_day, mission.first_day);
  faults.order("mission/travel_last_day", mission.last_day, mission.travel_last_day);
}

void check_leg(const Mission& mission, const Leg& leg, Faults& faults) {
  const std::string path = "leg/" + leg.id.value;
  faults.wording(path + "/city", leg.city);
  check_zone(path + "/zone", leg.zone, faults);
  if (!check_dates(path, {{"first_day", leg.first_day}, {"last_day", leg.last_day}}, faults))
    return;
  faults.order(path + "/first_day", leg.first_day, leg.last_day);
  if (!mission.travel_first_day.ok() || !mission.travel_last_day.ok()) return;
  faults.order(path + "/first_day", mission.travel_first_day, leg.first_day);
  faults.order(path + "/last_day", leg.last_day, mission.travel_last_day);
}

void check_venue(const Index& index, const Venue& venue, Faults& faults) {
  const std::string path = "venue/" + venue.id.value;
  faults.wording(path + "/name", venue.name);
  if (venue.leg.empty()) faults.missing(path, "leg");
  faults.reference(path + "/leg", venue.leg, index.legs);
  faults.record(path, venue.record, index);
  for (const Room& room : venue.rooms) {
    const std::string room_path = "room/" + room.id.value;
    faults.wording(room_path + "/name", room.name);
    faults.at_least(room_path + "/capacity", room.capacity, 0);
    faults.at_least(room_path + "/tables", room.tables, 0);
  }
}

void check_travel_times(const Index& index, Faults& faults) {
  std::set<std::pair<VenueId, VenueId>> seen;
  const auto& times = index.mission.travel_times;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const TravelTime& time = times[i];
    const std::string path = fmt::format("venues/travel_times/#{}", i + 1);
    faults.reference(path + "/from", time.from, index.venues);
    faults.reference(path + "/to", time.to, index.venues);
    faults.at_least(path + "/minutes", time.minutes, 0);
    const std::string pair = time.from.value + " – " + time.to.value;
    if (time.from == time.to)
      faults.add("travel_to_itself", path, time.from.value);
    else if (!seen.insert(std::minmax(time.from, time.to)).second)
      faults.add("double_entry", path, pair);
  }
}

}  // namespace

void validate_places(const Index& index, Faults& faults) {
  const Mission& mission = index.mission;
  check_mission(mission, faults);
  for (const Leg& leg : mission.legs) {
    check_leg(mission, leg, faults);
    faults.record("leg/" + leg.id.value, leg.record, index);
  }
  for (const Sector& sector : mission.sectors)
    faults.wording("sector/" + sector.id.value + "/name", sector.name);
  for (const Topic& topic : mission.topics) {
    faults.wording("topic/" + topic.id.value + "/name", topic.name);
    faults.reference("topic/" + topic.id.value + "/sector", topic.sector, index.sectors);
  }
  for (const Venue& venue : mission.venues) check_venue(index, venue, faults);
  check_travel_times(index, faults);
}

}  // namespace kontor::mission
