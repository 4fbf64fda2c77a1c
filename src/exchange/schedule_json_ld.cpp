#include <fmt/format.h>

#include "exchange/json_write.h"
#include "exchange/schedule_days.h"

namespace kontor::exchange {

namespace {

void add_place(JsonLines& json, std::string_view member, const std::string& name,
               const std::string& city) {
  json.open('{', member);
  json.add("@type", "Place");
  json.add("name", name);
  if (!city.empty()) {
    json.open('{', "address");
    json.add("@type", "PostalAddress");
    json.add("addressLocality", city);
    json.close();
  }
  json.close();
}

void add_status(JsonLines& json, const ScheduledItem& item) {
  const bool moved = item.started_before && item.time_known;
  const std::string_view status = item.cancelled ? "EventCancelled"
                                  : moved        ? "EventRescheduled"
                                                 : "EventScheduled";
  json.add("eventStatus", fmt::format("https://schema.org/{}", status));
  if (moved) json.add("previousStartDate", with_offset(*item.started_before, item.zone));
}

void add_item(JsonLines& json, const Schedule& schedule, const ScheduledItem& item,
              const std::string& mission) {
  json.open('{');
  json.add("@type", "Event");
  json.add("@id", "urn:uuid:" + item_guid(schedule.mission, item.key));
  json.add("name", item.title);
  json.add_unless_empty("url", address_of(schedule, item));
  json.add("startDate",
           item.time_known ? with_offset(item.starts_at, item.zone) : base::format(*item.day));
  if (item.time_known && item.end_known) json.add("endDate", with_offset(item.ends_at, item.zone));
  add_status(json, item);
  json.add("eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode");
  json.add_unless_empty("inLanguage", item.language);
  const std::string& place = item.place_known && !item.place.empty() ? item.place : item.city;
  if (!place.empty()) add_place(json, "location", place, item.city);
  if (item.capacity > 0) json.add_raw("maximumAttendeeCapacity", fmt::format("{}", item.capacity));
  json.open('{', "superEvent");
  json.add("@id", mission);
  json.close();
  json.close();
}

}  // namespace

std::string write_schedule_json_ld(const Schedule& schedule) {
  if (schedule.made_up) return "";
  const std::string mission = "urn:uuid:" + item_guid(schedule.mission, "");
  JsonLines json;
  json.open('{');
  json.add("@context", "https://schema.org");
  json.add("@type", "Event");
  json.add("@id", mission);
  json.add("name", schedule.title);
  if (!schedule.address.empty()) json.add("url", schedule.address + "/about");
  json.add("startDate", base::format(schedule.first_day));
  json.add("endDate", base::format(schedule.last_day));
  json.add("eventStatus", "https://schema.org/EventScheduled");
  json.add("eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode");
  json.open('[', "location");
  for (const ScheduleCity& city : schedule.cities) add_place(json, "", city.name, city.name);
  json.close();
  json.open('[', "subEvent");
  for (const ScheduledItem& item : schedule.items)
    if (!item.made_up && (item.time_known || item.day)) add_item(json, schedule, item, mission);
  json.close();
  json.close();
  return json.take();
}

}  // namespace kontor::exchange
