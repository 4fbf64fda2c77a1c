#include "calendar/sample.h"

namespace kontor::exchange::test {

namespace {

CalendarEvent event(std::string uid, std::string summary, std::string_view from,
                    std::string_view until, std::string zone) {
  CalendarEvent made;
  made.uid = std::move(uid);
  made.summary = std::move(summary);
  made.description = "Table 4, seats 1; 2\nBack\\slash\nΩ";
  made.location = "Hôtel « Ω », salle 3";
  made.category = "Meeting";
  made.starts_at = base::parse_local(from).value();
  made.ends_at = base::parse_local(until).value();
  made.zone = std::move(zone);
  made.sequence = 3;
  return made;
}

std::string long_summary() {
  std::string text = "a";
  for (int i = 0; i < 60; ++i) text += i % 3 == 0 ? "é" : i % 3 == 1 ? "€" : "😀";
  return text;
}

}  // namespace

Calendar sample() {
  Calendar calendar;
  calendar.name = "California 2025 · Anaïs D’Hondt";
  calendar.description = "Belgian economic mission";
  calendar.language = base::Language::Fr;
  calendar.changed_at = base::parse_instant("2025-09-01T07:00:00Z").value();
  calendar.zones = {"America/Los_Angeles", "Europe/Brussels"};
  calendar.first_day = base::parse_date("2025-10-05").value();
  calendar.last_day = base::parse_date("2025-11-04").value();
  const std::string pacific = "America/Los_Angeles", brussels = "Europe/Brussels";
  calendar.events = {
      event("a@k", "Before, the; change", "2025-10-07T09:00", "2025-10-07T09:20", pacific),
      event("b@k", "After", "2025-11-03T09:00", "2025-11-03T10:30", pacific),
      event("c@k", long_summary(), "2025-10-25T23:00", "2025-10-26T04:00", brussels),
      event("d@k", "Zulu", "2025-10-08T12:00", "2025-10-08T13:00", "UTC"),
      event("e@k", "No change ever", "2025-10-08T12:00", "2025-10-08T13:00", "Asia/Kolkata"),
  };
  return calendar;
}

std::vector<Expected> expected() {
  return {{"a@k", "20251007T160000Z", "20251007T162000Z", "Before, the; change"},
          {"b@k", "20251103T170000Z", "20251103T183000Z", "After"},
          {"c@k", "20251025T210000Z", "20251026T030000Z", long_summary()},
          {"d@k", "20251008T120000Z", "20251008T130000Z", "Zulu"},
          {"e@k", "20251008T063000Z", "20251008T073000Z", "No change ever"}};
}

}  // namespace kontor::exchange::test
