#include "exchange/calendar_write.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <set>

#include "base/zone.h"
#include "exchange/calendar_line.h"

namespace kontor::exchange {

namespace {

constexpr std::string_view utc = "UTC";

std::string compact(base::LocalDateTime time, int second = 0) {
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}", static_cast<int>(time.date.year()),
                     static_cast<unsigned>(time.date.month()),
                     static_cast<unsigned>(time.date.day()), time.minute_of_day / 60,
                     time.minute_of_day % 60, second);
}

// `instant` as clocks that are `offset_minutes` ahead of UTC show it.
std::string compact(base::Instant instant, int offset_minutes = 0) {
  const auto shifted = instant + std::chrono::minutes(offset_minutes);
  const auto day = std::chrono::floor<std::chrono::days>(shifted);
  const auto seconds = static_cast<int>((shifted - day).count());
  return compact({base::LocalDate(day), seconds / 60}, seconds % 60);
}

std::string offset(int minutes) {
  return fmt::format("{}{:02}{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                     std::abs(minutes) % 60);
}

class CalendarLines {
 public:
  void add(std::string_view name, std::string_view value) { add_calendar_line(out_, name, value); }
  void add_text(std::string_view name, std::string_view text) {
    if (!text.empty()) add(name, calendar_text(text));
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

// The changes of a zone's offset from the one in force at `from` to the last before `until`.
std::vector<base::ZoneChange> changes_between(const std::string& zone, base::Instant from,
                                              base::Instant until) {
  std::vector<base::ZoneChange> changes;
  base::Instant at = until;
  do {
    changes.push_back(base::change_before(at, zone));
    at = changes.back().at - std::chrono::seconds(1);
  } while (changes.back().at > from);
  std::ranges::reverse(changes);
  return changes;
}

// A rule in force since before calendars reach is written as if it began in 1970.
void add_rule(CalendarLines& lines, const base::ZoneChange& change) {
  const bool old = change.at < base::Instant{};
  const int before = old ? change.offset_after_minutes : change.offset_before_minutes;
  const std::string_view kind = change.daylight ? "DAYLIGHT" : "STANDARD";
  lines.add("BEGIN", kind);
  lines.add("DTSTART", old ? "19700101T000000" : compact(change.at, before));
  lines.add("TZOFFSETFROM", offset(before));
  lines.add("TZOFFSETTO", offset(change.offset_after_minutes));
  lines.add_text("TZNAME", change.abbreviation);
  lines.add("END", kind);
}

void add_zone(CalendarLines& lines, const std::string& zone, base::Instant from,
              base::Instant until) {
  lines.add("BEGIN", "VTIMEZONE");
  lines.add("TZID", zone);
  for (const auto& change : changes_between(zone, from, until)) add_rule(lines, change);
  lines.add("END", "VTIMEZONE");
}

void add_zones(CalendarLines& lines, const Calendar& calendar) {
  std::set<std::string> zones(calendar.zones.begin(), calendar.zones.end());
  base::LocalDate first = calendar.first_day, last = calendar.last_day;
  for (const CalendarEvent& event : calendar.events) {
    zones.insert(event.zone);
    if (!first.ok() || event.starts_at.date < first) first = event.starts_at.date;
    if (!last.ok() || event.ends_at.date > last) last = event.ends_at.date;
  }
  if (!first.ok() || !last.ok()) return;
  zones.erase(std::string(utc));
  for (const std::string& zone : zones)
    add_zone(lines, zone, base::to_instant({first, 0}, zone), base::to_instant({last, 1439}, zone));
}

void add_time(CalendarLines& lines, std::string_view name, base::LocalDateTime time,
              const std::string& zone) {
  if (zone == utc)
    lines.add(name, compact(time) + "Z");
  else
    lines.add(fmt::format("{};TZID={}", name, zone), compact(time));
}

std::string_view word(CalendarClass visibility) {
  switch (visibility) {
    case CalendarClass::Public:
      return "PUBLIC";
    case CalendarClass::Private:
      return "PRIVATE";
    case CalendarClass::Confidential:
      return "CONFIDENTIAL";
  }
  return "PRIVATE";
}

std::string_view word(CalendarMethod method) {
  switch (method) {
    case CalendarMethod::Publish:
      return "PUBLISH";
    case CalendarMethod::Request:
      return "REQUEST";
    case CalendarMethod::Cancel:
      return "CANCEL";
  }
  return "PUBLISH";
}

void add_event(CalendarLines& lines, const Calendar& calendar, const CalendarEvent& event) {
  const std::string language = fmt::format(";LANGUAGE={}", base::code(calendar.language));
  const std::string changed = compact(calendar.changed_at) + "Z";
  lines.add("BEGIN", "VEVENT");
  lines.add_text("UID", event.uid);
  lines.add("DTSTAMP", changed);
  lines.add("LAST-MODIFIED", changed);
  lines.add("SEQUENCE", fmt::format("{}", event.sequence));
  add_time(lines, "DTSTART", event.starts_at, event.zone);
  add_time(lines, "DTEND", event.ends_at, event.zone);
  lines.add_text("SUMMARY" + language, event.summary);
  lines.add_text("LOCATION" + language, event.location);
  lines.add_text("DESCRIPTION" + language, event.description);
  lines.add_text("CATEGORIES" + language, event.category);
  lines.add("CLASS", word(event.visibility));
  const bool cancelled = event.cancelled || calendar.method == CalendarMethod::Cancel;
  lines.add("STATUS", cancelled ? "CANCELLED" : "CONFIRMED");
  lines.add("TRANSP", cancelled ? "TRANSPARENT" : "OPAQUE");
  if (calendar.method != CalendarMethod::Publish) {
    lines.add("ORGANIZER", "mailto:" + calendar.organiser);
    lines.add("ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=FALSE", "mailto:" + calendar.attendee);
  }
  lines.add("END", "VEVENT");
}

}  // namespace

std::string write_calendar(const Calendar& calendar) {
  CalendarLines lines;
  const std::string refresh = fmt::format("PT{}M", calendar.refresh_minutes);
  lines.add("BEGIN", "VCALENDAR");
  lines.add("VERSION", "2.0");
  lines.add("PRODID", "-//Kontor//Kontor 1//EN");
  lines.add("CALSCALE", "GREGORIAN");
  lines.add("METHOD", word(calendar.method));
  lines.add_text("NAME", calendar.name);
  lines.add_text("X-WR-CALNAME", calendar.name);
  lines.add_text("DESCRIPTION", calendar.description);
  lines.add("LAST-MODIFIED", compact(calendar.changed_at) + "Z");
  if (calendar.method == CalendarMethod::Publish) {
    lines.add("REFRESH-INTERVAL;VALUE=DURATION", refresh);
    lines.add("X-PUBLISHED-TTL", refresh);
  }
  add_zones(lines, calendar);
  for (const CalendarEvent& event : calendar.events) add_event(lines, calendar, event);
  lines.add("END", "VCALENDAR");
  return lines.take();
}

}  // namespace kontor::exchange
