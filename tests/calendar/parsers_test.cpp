#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <libical/ical.h>
#include <memory>
#include <sstream>
#include <unistd.h>

#include "calendar/sample.h"

// Three parsers, none of ours, must find in our calendars what we put there.

namespace kontor::exchange::test {
namespace {

// libical, in C: Evolution, KDE and Thunderbird's older versions read calendars with it.
std::string utc_of(icalcomponent* calendar, icalproperty* property, icaltimetype time) {
  if (const char* zone = icalproperty_get_parameter_as_string(property, "TZID"))
    time = icaltime_set_timezone(&time, icalcomponent_get_timezone(calendar, zone));
  const icaltimetype utc = icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone());
  return icaltime_as_ical_string(utc);
}

std::vector<Expected> parse_with_libical(const std::string& text) {
  const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar(
      icalparser_parse_string(text.c_str()), icalcomponent_free);
  std::vector<Expected> events;
  if (!calendar) return events;
  EXPECT_EQ(icalcomponent_count_errors(calendar.get()), 0);
  for (auto* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
       event != nullptr;
       event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
    auto* from = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
    auto* until = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY);
    events.push_back({icalcomponent_get_uid(event),
                      utc_of(calendar.get(), from, icalproperty_get_dtstart(from)),
                      utc_of(calendar.get(), until, icalproperty_get_dtend(until)),
                      icalcomponent_get_summary(event)});
  }
  return events;
}

Expected event_of_line(const std::string& line) {
  std::istringstream in(line);
  Expected event;
  std::getline(in, event.uid, '\t');
  std::getline(in, event.starts_at, '\t');
  std::getline(in, event.ends_at, '\t');
  std::getline(in, event.summary);
  return event;
}

// With a library of Python; the exit code is 77 where it is not installed.
std::vector<Expected> parse_with_python(const std::string& library, const std::string& text,
                                        int& exit_code) {
  const auto file = std::filesystem::path(testing::TempDir()) /
                    ("calendar-" + library + "-" + std::to_string(::getpid()) + ".ics");
  std::ofstream(file, std::ios::binary) << text;
  const std::string command = "PYTHONIOENCODING=utf-8 /usr/bin/python3 '" KONTOR_SOURCE_DIR
                              "/tests/calendar/parse.py' " +
                              library + " '" + file.string() + "'";
  std::FILE* pipe = ::popen(command.c_str(), "r");
  std::string printed;
  std::array<char, 4096> piece{};
  while (std::fgets(piece.data(), piece.size(), pipe) != nullptr) printed += piece.data();
  exit_code = WEXITSTATUS(::pclose(pipe));
  std::filesystem::remove(file);
  std::vector<Expected> events;
  std::istringstream lines(printed);
  for (std::string line; std::getline(lines, line);) events.push_back(event_of_line(line));
  return events;
}

void expect_sample(std::vector<Expected> events) {
  std::ranges::sort(events);
  const auto wanted = expected();
  ASSERT_EQ(events.size(), wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    EXPECT_EQ(events[i].uid, wanted[i].uid);
    EXPECT_EQ(events[i].starts_at, wanted[i].starts_at) << wanted[i].uid;
    EXPECT_EQ(events[i].ends_at, wanted[i].ends_at) << wanted[i].uid;
    EXPECT_EQ(events[i].summary, wanted[i].summary);
  }
}

TEST(CalendarParsers, LibicalFindsEveryEventAtItsInstant) {
  expect_sample(parse_with_libical(write_calendar(sample())));
}

class Python : public testing::TestWithParam<std::string> {};

TEST_P(Python, FindsEveryEventAtItsInstant) {
  int exit_code = 0;
  const auto events = parse_with_python(GetParam(), write_calendar(sample()), exit_code);
  if (exit_code == 77) GTEST_SKIP() << "SKIPPED: python3-" << GetParam() << " is not installed";
  ASSERT_EQ(exit_code, 0);
  expect_sample(events);
}

INSTANTIATE_TEST_SUITE_P(CalendarParsers, Python, testing::Values("icalendar", "vobject"),
                         [](const auto& one) { return one.param; });

}  // namespace
}  // namespace kontor::exchange::test
