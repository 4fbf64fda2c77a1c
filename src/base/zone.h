#pragma once
#include <string>
#include <string_view>

#include "base/time.h"

namespace kontor::base {

// Time zones by their IANA name, from the system's tzdata.

bool is_zone(std::string_view zone);

// The instant at which the clocks of `zone` show `time`. A time that the clocks skip in spring
// means the moment of the change; one that they show twice in autumn means the first.
Instant to_instant(LocalDateTime time, std::string_view zone);

// What the clocks of `zone` show at `instant`, cut to the minute.
LocalDateTime to_local(Instant instant, std::string_view zone);

// Minutes that `zone` is ahead of UTC at `instant`: -420 in California on 8 October 2025.
int offset_minutes(Instant instant, std::string_view zone);

// A change of a zone's offset, as iCalendar's VTIMEZONE needs it.
struct ZoneChange {
  Instant at;  // first instant of the new offset
  int offset_before_minutes;
  int offset_after_minutes;
  bool daylight;             // whether the new offset is daylight saving time
  std::string abbreviation;  // "PDT"
};

// The offset in force at `instant` and since when: its last change.
ZoneChange change_before(Instant instant, std::string_view zone);

// The version of the system's tzdata, e.g. "2026c"; "unknown" where the system does not say.
std::string zone_data_version();

}  // namespace kontor::base
