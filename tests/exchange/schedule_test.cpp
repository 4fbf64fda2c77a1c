// Schedules and feeds as other programs read them.
#include "exchange/schedule.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>
#include <regex>
#include <set>

#include "exchange/golden.h"
#include "exchange/json_text.h"
#include "exchange/news_write.h"
#include "exchange/xcal_write.h"

namespace kontor::exchange {
namespace {

base::LocalDateTime at(std::string_view text) {
  return base::parse_local(text).value();
}

ScheduledItem item(const std::string& key, const std::string& zone, std::string_view from,
                   std::string_view until) {
  ScheduledItem made;
  made.key = key;
  made.title = "Séance <" + key + "> & \"co\"";
  made.kind = "seminar";
  made.track = "Life sciences";
  made.place = "Hotel · Ballroom";
  made.city = zone == "America/Los_Angeles" ? "San Francisco" : "Austin";
  made.zone = zone;
  made.starts_at = at(from);
  made.ends_at = at(until);
  return made;
}

Schedule sample(const std::string& zone = "") {
  Schedule schedule;
  schedule.mission = "west-2025";
  schedule.title = "Mission to the West";
  schedule.short_title = "West";
  schedule.version = 3;
  schedule.first_day = at("2025-10-31T00:00").date;
  schedule.last_day = at("2025-11-03T00:00").date;
  schedule.zone = zone;
  schedule.address = "https://kontor.example";
  schedule.changed_at = base::parse_instant("2025-10-01T10:00:00Z").value();
  schedule.cities = {{"San Francisco", "America/Los_Angeles"}, {"Austin", "America/Chicago"}};
  schedule.items = {
      item("A2", "America/Chicago", "2025-11-03T09:00", "2025-11-03T10:30"),
      item("A1", "America/Los_Angeles", "2025-10-31T14:00", "2025-10-31T15:00"),
      item("A3", "America/Los_Angeles", "2025-10-31T09:00", "2025-10-31T09:45"),
      item("A4", "America/Los_Angeles", "2025-10-31T16:00", "2025-10-31T17:00"),
      item("A5", "America/Los_Angeles", "2025-11-02T10:00", "2025-11-02T11:00"),
  };
  schedule.items[0].language = "en";
  schedule.items[0].capacity = 40;
  schedule.items[0].speakers = {"Ann 't Kint"};
  schedule.items[1].started_before = at("2025-10-31T11:00");
  schedule.items[2].made_up = true;
  schedule.items[2].remark = "Invented for the demonstration.";
  schedule.items[3].cancelled = true;
  schedule.items[4].place_known = schedule.items[4].end_known = false;
  schedule.items.push_back(
      item("A6", "America/Los_Angeles", "2025-11-02T14:00", "2025-11-02T15:00"));
  schedule.items.back().time_known = false;
  schedule.items.back().day = schedule.items.back().starts_at.date;
  std::erase_if(schedule.items, [&](const auto& one) { return !zone.empty() && one.zone != zone; });
  return schedule;
}

TEST(Schedule, StandsInTheFormatOfFrab) {
  test::expect_golden("schedule.xml", write_schedule_xml(sample()));
  test::expect_golden("schedule-west.xml", write_schedule_xml(sample("America/Los_Angeles")));
  test::expect_golden("schedule.json", write_schedule_json(sample()));
}

// What the schema of the format demands, and the apps that read it.
TEST(Schedule, KeepsWhatReadersOfTheFormatCountOn) {
  const std::string text = write_schedule_xml(sample());
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(text.c_str()));
  std::set<std::string> guids, slugs;
  std::set<int> ids;
  const std::regex uuid("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  const std::regex date(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d)");
  int events = 0;
  for (const auto& found : document.select_nodes("/schedule/day/room/event")) {
    const auto event = found.node();
    ++events;
    const std::string guid = event.attribute("guid").value();
    EXPECT_TRUE(std::regex_match(guid, uuid)) << guid;
    EXPECT_TRUE(guids.insert(guid).second);
    EXPECT_TRUE(ids.insert(event.attribute("id").as_int()).second);
    EXPECT_GT(event.attribute("id").as_int(), 0);
    EXPECT_TRUE(slugs.insert(event.child_value("slug")).second);
    EXPECT_TRUE(std::regex_match(event.child_value("date"), date));
    EXPECT_STREQ(event.child_value("room"), event.parent().attribute("name").value());
    for (const char* name : {"title", "type", "start", "duration", "abstract", "subtitle", "track"})
      EXPECT_TRUE(event.child(name)) << name;
  }
  EXPECT_EQ(events, 5) << "what was cancelled is in no timetable";
  EXPECT_FALSE(document.select_node("//time_zone_name")) << "several zones have no name";
  EXPECT_EQ(document.select_nodes("/schedule/day").size(), 3U);
}

TEST(Schedule, TellsTimesWithTheOffsetOfTheirZoneOnBothSidesOfAChange) {
  const std::string text = write_schedule_xml(sample());
  EXPECT_NE(text.find("2025-10-31T14:00:00-07:00"), std::string::npos);
  EXPECT_NE(text.find("2025-11-02T10:00:00-08:00"), std::string::npos);  // clocks went back
  EXPECT_NE(text.find("2025-11-03T09:00:00-06:00"), std::string::npos);
  const std::string west = write_schedule_xml(sample("America/Los_Angeles"));
  EXPECT_NE(west.find("<time_zone_name>America/Los_Angeles</time_zone_name>"), std::string::npos);
  EXPECT_EQ(west.find("Austin"), std::string::npos);
}

TEST(Schedule, KeepsGuidsAndNumbersWhileItemsMoveAndOthersCome) {
  Schedule later = sample();
  later.items[1].starts_at = at("2025-11-03T14:00");
  later.items[1].ends_at = at("2025-11-03T15:00");
  later.items.push_back(item("A9", "America/Chicago", "2025-11-03T20:00", "2025-11-03T21:00"));
  const auto head = [](const std::string& text) {
    const std::size_t title = text.find("&lt;A1&gt;");
    const std::size_t from = text.rfind("<event ", title);
    return text.substr(from, text.find('>', from) - from);
  };
  EXPECT_EQ(head(write_schedule_xml(sample())), head(write_schedule_xml(later)));
}

TEST(Schedule, TellsSearchEnginesNothingThatIsMadeUp) {
  const std::string text = write_schedule_json_ld(sample());
  test::expect_golden("schedule.jsonld", text);
  JsonText reader(text);
  const JsonValue event = reader.value();
  ASSERT_FALSE(reader.failed());
  EXPECT_EQ(event["@type"].text, "Event");
  const auto& items = event["subEvent"].items;
  ASSERT_EQ(items.size(), 5U);
  EXPECT_EQ(text.find("A3"), std::string::npos) << "invented";
  EXPECT_EQ(items[1]["eventStatus"].text, "https://schema.org/EventRescheduled");
  EXPECT_EQ(items[1]["previousStartDate"].text, "2025-10-31T11:00:00-07:00");
  EXPECT_EQ(items[2]["eventStatus"].text, "https://schema.org/EventCancelled");
  EXPECT_EQ(items[3]["location"]["name"].text, "San Francisco") << "the room is assumed";
  EXPECT_TRUE(items[3]["endDate"].is(JsonValue::Kind::Null));
  EXPECT_EQ(items[4]["startDate"].text, "2025-11-02") << "its hour is assumed";
  Schedule invented = sample();
  invented.made_up = true;
  EXPECT_EQ(write_schedule_json_ld(invented), "");
}

TEST(Xcal, HoldsEveryPropertyOfTheCalendar) {
  Calendar calendar;
  calendar.name = "A, B; C & <D>";
  calendar.changed_at = base::parse_instant("2025-10-01T10:00:00Z").value();
  CalendarEvent event;
  event.uid = "one";
  event.summary = std::string(90, 'x') + " é\nline two";
  event.starts_at = at("2025-10-06T09:00");
  event.ends_at = at("2025-10-06T10:00");
  event.zone = "America/Los_Angeles";
  event.sequence = 4;
  event.cancelled = true;
  calendar.events.push_back(event);
  const std::string text = write_xcal(calendar);
  test::expect_golden("calendar.xcal", text);
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(text.c_str()));
  const auto value = [&](const char* path) {
    return std::string(document.select_node(path).node().text().get());
  };
  EXPECT_EQ(value("//vcalendar/properties/name/text"), "A, B; C & <D>");
  EXPECT_EQ(value("//vevent/properties/summary/text"), event.summary);
  EXPECT_EQ(value("//vevent/properties/dtstart/date-time"), "2025-10-06T09:00:00");
  EXPECT_EQ(value("//vevent/properties/dtstart/parameters/tzid/text"), "America/Los_Angeles");
  EXPECT_EQ(value("//vevent/properties/sequence/integer"), "4");
  EXPECT_EQ(value("//vevent/properties/status/text"), "CANCELLED");
  EXPECT_EQ(value("//vtimezone/properties/tzid/text"), "America/Los_Angeles");
  EXPECT_EQ(value("//vtimezone/components/daylight/properties/tzoffsetto/utc-offset"), "-07:00");
}

TEST(News, StandsInAtomAndRss) {
  News news;
  news.id = "urn:uuid:1";
  news.title = "Changes <of> the programme";
  news.address = "https://kontor.example/about?a=1&b=2";
  news.own_address = "https://kontor.example/exports/changes.atom?lang=en";
  news.entries = {{"urn:uuid:2", "Moved: A & B", "Now: x\nBefore: y", "https://kontor.example/a",
                   base::parse_instant("2025-10-06T09:05:07Z").value()}};
  test::expect_golden("changes.atom", write_atom(news));
  test::expect_golden("changes.rss", write_rss(news));
  EXPECT_NE(write_rss(news).find("<pubDate>Mon, 06 Oct 2025 09:05:07 GMT</pubDate>"),
            std::string::npos);
}

}  // namespace
}  // namespace kontor::exchange
