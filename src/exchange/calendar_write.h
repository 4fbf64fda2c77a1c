#pragma once
#include <string>
#include <vector>

#include "base/text.h"
#include "base/time.h"

namespace kontor::exchange {

// Who may learn of an event, as calendars know it (RFC 5545, section 3.8.1.3).
enum class CalendarClass { Public, Private, Confidential };

// One event of a calendar, already in the reader's words. Times are those of the clocks of `zone`,
// an IANA name; "UTC" is written without a zone.
struct CalendarEvent {
  std::string uid;  // stays the same when time or place change
  std::string summary;
  std::string description;  // may have several lines; empty: none
  std::string location;     // empty: none
  std::string category;     // empty: none
  base::LocalDateTime starts_at;
  base::LocalDateTime ends_at;
  std::string zone;
  int sequence = 0;  // grows when the event changes
  CalendarClass visibility = CalendarClass::Private;
  bool cancelled = false;  // it stays in the calendar so that programs take it out of theirs
};

// What a calendar file is for (RFC 5546): to be subscribed to, or a mail that asks one person to
// come, or tells them that it is off.
enum class CalendarMethod { Publish, Request, Cancel };

struct Calendar {
  CalendarMethod method = CalendarMethod::Publish;
  std::string organiser;  // mail address; set where the method is not Publish
  std::string attendee;
  std::string name;
  std::string description;
  base::Language language = base::Language::En;
  base::Instant changed_at{};      // when the data changed, never when they were asked for
  int refresh_minutes = 60;        // how often a program should ask again
  std::vector<std::string> zones;  // described even where no event is in them
  base::LocalDate first_day{};     // the days for which zones are described
  base::LocalDate last_day{};
  std::vector<CalendarEvent> events;
};

// `calendar` as an iCalendar file (RFC 5545 with the properties of RFC 7986): CRLF, lines folded at
// 75 octets between characters, a VTIMEZONE for each zone, bytes that depend on the argument only.
std::string write_calendar(const Calendar& calendar);

}  // namespace kontor::exchange
