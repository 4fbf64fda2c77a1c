#include "exchange/calendar_write.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "exchange/calendar_line.h"

namespace kontor::exchange {
namespace {

using testing::HasSubstr;
using testing::Not;

Calendar calendar_of(std::string summary, std::string zone = "America/Los_Angeles") {
  Calendar calendar;
  calendar.name = "A, B";
  calendar.changed_at = base::parse_instant("2025-09-01T07:00:00Z").value();
  CalendarEvent event;
  event.uid = "u@k";
  event.summary = std::move(summary);
  event.starts_at = base::parse_local("2025-10-07T09:00").value();
  event.ends_at = base::parse_local("2025-10-07T10:00").value();
  event.zone = std::move(zone);
  calendar.events.push_back(event);
  return calendar;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    lines.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

TEST(CalendarLine, IsFoldedAt75OctetsBetweenCharacters) {
  for (int length = 60; length < 240; ++length) {
    std::string value(static_cast<std::size_t>(length % 7), 'x');
    for (int i = 0; i < length; ++i) value += i % 2 == 0 ? "é" : "😀";
    std::string out, unfolded;
    add_calendar_line(out, "SUMMARY", value);
    for (const auto& line : lines_of(out)) {
      EXPECT_LE(line.size(), 75U);
      EXPECT_TRUE(base::is_utf8(line));
      unfolded += unfolded.empty() ? line : line.substr(1);
    }
    EXPECT_EQ(unfolded, "SUMMARY:" + value);
  }
}

TEST(CalendarLine, OfBytesThatAreNoCharactersEndsAllTheSame) {
  std::string out;
  add_calendar_line(out, "A", std::string(400, '\x9d'));
  for (const auto& line : lines_of(out)) EXPECT_LE(line.size(), 75U);
}

TEST(CalendarLine, OfExactly75OctetsIsNotFolded) {
  std::string out;
  add_calendar_line(out, "A", std::string(73, 'x'));
  EXPECT_EQ(out, "A:" + std::string(73, 'x') + "\r\n");
}

TEST(CalendarText, CannotEndItsLineOrBeginAProperty) {
  EXPECT_EQ(calendar_text("a,b;c\\d\r\nATTACH:x\x01"), "a\\,b\\;c\\\\d\\nATTACH:x");
  const std::string text = write_calendar(calendar_of("x\r\nEND:VEVENT\r\nBEGIN:VALARM"));
  EXPECT_THAT(text, Not(HasSubstr("\r\nBEGIN:VALARM")));
}

TEST(Calendar, DescribesTheClocksOfItsZone) {
  EXPECT_THAT(write_calendar(calendar_of("x")),
              HasSubstr("BEGIN:VTIMEZONE\r\nTZID:America/Los_Angeles\r\nBEGIN:DAYLIGHT\r\n"
                        "DTSTART:20250309T020000\r\nTZOFFSETFROM:-0800\r\nTZOFFSETTO:-0700\r\n"
                        "TZNAME:PDT\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"));
}

TEST(Calendar, DescribesEachChangeBetweenItsDays) {
  Calendar calendar = calendar_of("x");
  calendar.last_day = base::parse_date("2025-11-04").value();
  const std::string text = write_calendar(calendar);
  EXPECT_THAT(text, HasSubstr("BEGIN:STANDARD\r\nDTSTART:20251102T020000\r\n"
                              "TZOFFSETFROM:-0700\r\nTZOFFSETTO:-0800\r\nTZNAME:PST\r\n"));
  EXPECT_THAT(text, HasSubstr("BEGIN:DAYLIGHT"));
}

TEST(Calendar, WritesUtcWithoutAZone) {
  const std::string text = write_calendar(calendar_of("x", "UTC"));
  EXPECT_THAT(text, HasSubstr("DTSTART:20251007T090000Z\r\n"));
  EXPECT_THAT(text, Not(HasSubstr("VTIMEZONE")));
}

TEST(Calendar, SaysHowOftenToAskAgainAndWhenItChanged) {
  const std::string text = write_calendar(calendar_of("x"));
  EXPECT_THAT(text,
              HasSubstr("REFRESH-INTERVAL;VALUE=DURATION:PT60M\r\nX-PUBLISHED-TTL:PT60M\r\n"));
  EXPECT_THAT(text, HasSubstr("DTSTAMP:20250901T070000Z\r\nLAST-MODIFIED:20250901T070000Z\r\n"));
  EXPECT_THAT(text, HasSubstr("X-WR-CALNAME:A\\, B\r\n"));
  EXPECT_THAT(text, HasSubstr("CLASS:PRIVATE\r\n"));
}

TEST(Calendar, WithoutEventsStillDescribesItsZones) {
  Calendar calendar = calendar_of("x");
  calendar.events.clear();
  calendar.zones = {"Europe/Brussels"};
  calendar.first_day = base::parse_date("2025-10-05").value();
  calendar.last_day = base::parse_date("2025-10-10").value();
  const std::string text = write_calendar(calendar);
  EXPECT_THAT(text, HasSubstr("TZID:Europe/Brussels"));
  EXPECT_EQ(text, write_calendar(calendar));
}

}  // namespace
}  // namespace kontor::exchange
