#include "base/zone.h"

#include <date/tz.h>
#include <fstream>

namespace kontor::base {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

const date::time_zone* find(std::string_view zone) {
  return date::locate_zone(std::string(zone));
}

int in_minutes(seconds duration) {
  return static_cast<int>(std::chrono::duration_cast<minutes>(duration).count());
}

}  // namespace

bool is_zone(std::string_view zone) {
  try {
    return !zone.empty() && find(zone) != nullptr;
  } catch (const std::runtime_error&) {
    return false;
  }
}

Instant to_instant(LocalDateTime time, std::string_view zone) {
  const auto local = date::local_seconds{std::chrono::sys_days(time.date).time_since_epoch() +
                                         minutes(time.minute_of_day)};
  return find(zone)->to_sys(local, date::choose::earliest);
}

LocalDateTime to_local(Instant instant, std::string_view zone) {
  const auto shifted = instant + seconds(find(zone)->get_info(instant).offset);
  const auto day = std::chrono::floor<std::chrono::days>(shifted);
  return {LocalDate(day), in_minutes(shifted - day)};
}

int offset_minutes(Instant instant, std::string_view zone) {
  return in_minutes(find(zone)->get_info(instant).offset);
}

ZoneChange change_before(Instant instant, std::string_view zone) {
  const auto* found = find(zone);
  const auto now = found->get_info(instant);
  const auto before = found->get_info(now.begin - seconds(1));
  return {now.begin, in_minutes(before.offset), in_minutes(now.offset), now.save != minutes(0),
          now.abbrev};
}

std::string zone_data_version() {
  std::ifstream file("/usr/share/zoneinfo/tzdata.zi");
  std::string hash, word, version;
  if (file >> hash >> word >> version && word == "version") return version;
  return "unknown";
}

}  // namespace kontor::base
