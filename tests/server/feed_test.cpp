#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/feed_link.h"
#include "server/scene.h"

namespace kontor::server {
namespace {

using test::header;
using test::Scene;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// The path of a new calendar link of P1.
std::string link_of(Scene& scene) {
  const Response made = scene.post("/api/people/P1/feed", scene.sign_in("P1"));
  const std::string json(made.bytes());
  const std::size_t from = json.find("/feeds/");
  return json.substr(from, json.find('"', from) - from);
}

TEST(Feed, LinksNameThisServerForBrowsersAndCalendars) {
  Scene scene;
  const Response made = scene.post("/api/people/P1/feed", scene.sign_in("P1"));
  EXPECT_THAT(std::string(made.bytes()),
              StartsWith(R"({"address":"http://kontor.test:8080/feeds/)"));
  EXPECT_THAT(std::string(made.bytes()),
              HasSubstr(R"("webcal":"webcal://kontor.test:8080/feeds/)"));
}

TEST(Feed, LinksEndWhenTheirOwnerSaysSo) {
  Scene scene;
  const std::string link = link_of(scene), other = link_of(scene);
  const Response ended = scene.post("/api/people/P1/feed/end", scene.sign_in("P1"));
  EXPECT_EQ(ended.bytes(), R"({"links":2})");
  for (const std::string& one : {link, other}) EXPECT_EQ(scene.get(one).status, 404);
}

TEST(Feed, ShowsTheAgendaOfItsPersonInTheLanguageAskedFor) {
  Scene scene;
  const std::string link = link_of(scene);
  const std::string calendar(scene.get(link + "?lang=nl").bytes());
  EXPECT_THAT(calendar, HasSubstr("UID:activity-A1-P1@small.kontor\r\n"));
  EXPECT_THAT(calendar, HasSubstr("UID:meeting-O1-C1-P1@small.kontor\r\n"));
  EXPECT_THAT(calendar, HasSubstr("DTSTART;TZID=America/Los_Angeles:20251007T090000\r\n"));
  EXPECT_THAT(calendar, HasSubstr("SUMMARY;LANGUAGE=nl:Gesprek: Organisation C1\r\n"));
  EXPECT_THAT(calendar, HasSubstr("DTSTAMP:20250901T070000Z\r\n"));
  EXPECT_THAT(calendar, HasSubstr("SEQUENCE:1\r\n"));
  EXPECT_THAT(calendar, Not(HasSubstr("A2")));
  EXPECT_THAT(calendar, Not(HasSubstr("O2")));
}

TEST(Feed, IsTheSameByteForByteUntilThePlanChanges) {
  Scene scene;
  const std::string link = link_of(scene);
  const Response first = scene.get(link);
  scene.world.now += std::chrono::hours(24);
  const Response second = scene.get(link);
  EXPECT_EQ(first.bytes(), second.bytes());
  EXPECT_EQ(first.type, "text/calendar; charset=utf-8");
  EXPECT_EQ(scene.get(link, "", {{"if-none-match", header(first, "etag")}}).status, 304);
  store::StoredPlan plan = actions::small_plan();
  plan.plan.version = 2;
  plan.plan.meetings.front().slot = 3;
  plan.made_at += std::chrono::hours(1);
  scene.world.put(plan);
  const Response third = scene.get(link, "", {{"if-none-match", header(first, "etag")}});
  EXPECT_EQ(third.status, 200);
  EXPECT_THAT(std::string(third.bytes()), HasSubstr("SEQUENCE:2\r\n"));
  EXPECT_THAT(std::string(third.bytes()), HasSubstr("UID:meeting-O1-C1-P1@small.kontor\r\n"));
}

TEST(Feed, UnknownAndEndedLinksLookAlike) {
  Scene scene;
  const std::string link = link_of(scene);
  ASSERT_EQ(scene.get(link).status, 200);
  ASSERT_TRUE(actions::revoke_feed_links(scene.world.context, actions::reader("P1"), {"P1"}));
  const Response ended = scene.get(link);
  const Response unknown = scene.get("/feeds/" + std::string(64, 'a') + ".ics");
  const Response malformed = scene.get("/feeds/x.ics");
  EXPECT_EQ(ended.status, 404);
  EXPECT_EQ(ended.bytes(), unknown.bytes());
  EXPECT_EQ(ended.headers, unknown.headers);
  EXPECT_EQ(ended.bytes(), malformed.bytes());
}

}  // namespace
}  // namespace kontor::server
