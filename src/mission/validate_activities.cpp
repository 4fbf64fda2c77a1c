#include "mission/validate_parts.h"

namespace kontor::mission {

namespace {

// Whether the fields that the precision of `timing` calls for are there.
bool is_complete(const std::string& path, const Timing& timing, Faults& faults) {
  const auto need = [&](bool there, std::string_view field) {
    if (!there) faults.missing(path, field);
    return there;
  };
  const auto good_day = [](const auto& day) { return day && day->ok(); };
  const auto good_time = [](const auto& time) { return time && time->date.ok(); };
  switch (timing.precision) {
    case Precision::Unknown:
      return true;
    case Precision::Range:
      return need(good_day(timing.first_day), "first_day") &
             need(good_day(timing.last_day), "last_day");
    case Precision::Day:
      return need(good_day(timing.first_day), "first_day");
    case Precision::Window:
      return need(good_time(timing.earliest), "earliest") &
             need(good_time(timing.latest), "latest");
    case Precision::Fixed:
      return need(good_time(timing.earliest), "earliest");
  }
  return false;
}

// The first and last day on which something so timed may take place; complete, not Unknown.
std::pair<base::LocalDate, base::LocalDate> days_of(const Timing& timing) {
  switch (timing.precision) {
    case Precision::Range:
      return {*timing.first_day, *timing.last_day};
    case Precision::Window:
      return {timing.earliest->date, timing.latest->date};
    case Precision::Fixed:
      return {timing.earliest->date, timing.earliest->date};
    default:
      return {*timing.first_day, *timing.first_day};
  }
}

// An activity of a leg takes place while the mission travels.
void check_travel_days(const Index& index, const std::string& path, const Activity& activity,
                       const Timing& timing, Faults& faults) {
  const Mission& mission = index.mission;
  if (activity.leg.empty() || timing.precision == Precision::Unknown) return;
  if (!mission.travel_first_day.ok() || !mission.travel_last_day.ok()) return;
  const auto [first, last] = days_of(timing);
  faults.order(path, mission.travel_first_day, first);
  faults.order(path, last, mission.travel_last_day);
}

void check_timing(const Index& index, const std::string& path, const Activity& activity,
                  const Timing& timing, Faults& faults) {
  if (!is_complete(path, timing, faults)) return;
  check_travel_days(index, path, activity, timing, faults);
  if (timing.precision == Precision::Range) faults.order(path, *timing.first_day, *timing.last_day);
  if (timing.precision != Precision::Window) return;
  faults.order(path, *timing.earliest, *timing.latest);
  const int minutes = base::minutes_between(*timing.earliest, *timing.latest);
  if (minutes >= 0 && minutes < activity.duration_minutes)
    faults.add("window_too_short", path, fmt::format("{}", minutes),
               {{"duration", fmt::format("{}", activity.duration_minutes)}});
}

void check_planned_timing(const Index& index, const std::string& path, const Activity& activity,
                          Faults& faults) {
  if (!activity.planned_timing) return;
  const Timing& planned = *activity.planned_timing;
  if (planned.precision != Precision::Window && planned.precision != Precision::Fixed)
    faults.add("unknown_word", path + "/precision", std::string(word(planned.precision)),
               {{"known", "window, fixed"}});
  check_timing(index, path, activity, planned, faults);
}

void check_room(const Index& index, const std::string& path, const Activity& activity,
                const RoomId& id, Faults& faults) {
  faults.reference(path, id, index.rooms);
  const RoomPlace* place = index.room(id);
  if (!place) return;
  if (!activity.leg.empty() && !place->leg.empty() && place->leg != activity.leg)
    faults.add("other_leg", path, id.value,
               {{"other", place->leg.value}, {"leg", activity.leg.value}});
  if (place->room->capacity > 0 && activity.capacity > place->room->capacity)
    faults.add("out_of_range", "activity/" + activity.id.value + "/capacity",
               fmt::format("{}", activity.capacity),
               {{"expected", fmt::format("at most {}, the places of room {}", place->room->capacity,
                                         id.value)}});
}

void check_activity(const Index& index, const Activity& activity, Faults& faults) {
  const std::string path = "activity/" + activity.id.value;
  faults.wording(path + "/title", activity.title);
  faults.reference(path + "/sector", activity.sector, index.sectors);
  faults.reference(path + "/leg", activity.leg, index.legs);
  faults.reference(path + "/host", activity.host, index.organisations);
  faults.references(path + "/audience", activity.audience.sectors, index.sectors);
  faults.references(path + "/offices", activity.offices, index.offices);
  faults.references(path + "/speakers", activity.speakers, index.people);
  faults.references(path + "/equipment", activity.equipment, index.equipment);
  faults.at_least(path + "/duration_minutes", activity.duration_minutes, 0);
  faults.at_least(path + "/capacity", activity.capacity, 0);
  check_timing(index, path + "/timing", activity, activity.timing, faults);
  check_planned_timing(index, path + "/planned_timing", activity, faults);
  if (!activity.room.empty()) check_room(index, path + "/room", activity, activity.room, faults);
  for (const RoomId& room : activity.rooms)
    check_room(index, path + "/rooms", activity, room, faults);
  faults.record(path, activity.record, index);
}

}  // namespace

void validate_activities(const Index& index, Faults& faults) {
  for (const Activity& activity : index.mission.activities) check_activity(index, activity, faults);
}

}  // namespace kontor::mission
