#include <chrono>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "actions/event_log.h"
#include "base/rng.h"
#include "server/scene.h"

namespace kontor::server {
namespace {

using test::Scene;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string field(const std::string& message, const std::string& name) {
  const std::size_t at = message.find(name + ": ");
  const std::size_t from = at + name.size() + 2;
  return at == std::string::npos ? "" : message.substr(from, message.find('\n', from) - from);
}

// "published {"version":1}" for each message that waits.
std::vector<std::string> waiting(EventStream& stream) {
  std::vector<std::string> said;
  for (const auto& message : stream.take().messages)
    if (!field(*message, "event").empty())
      said.push_back(field(*message, "event") + " " + field(*message, "data"));
  return said;
}

std::shared_ptr<EventStream> open(Scene& scene, const std::string& token,
                                  const std::string& last = "") {
  return scene.get("/api/events", token, {{"last-event-id", last}}).stream;
}

TEST(EventStreams, BeginWithWhatIsSoNow) {
  Scene scene;
  EXPECT_THAT(waiting(*open(scene, "")), ElementsAre(R"(published {"version":1})"));
  EXPECT_THAT(waiting(*open(scene, "")), ElementsAre(R"(published {"version":1})"));
}

TEST(EventStreams, TellEachReaderWhatTheyMayKnow) {
  Scene scene;
  const auto anybody = open(scene, "");
  const auto coordinator = open(scene, scene.sign_in("coordinator"));
  waiting(*anybody);
  waiting(*coordinator);
  actions::PlanProgress progress;
  progress.job = "J1";
  scene.world.events.publish(progress);
  scene.world.happen(actions::Published{2});
  EXPECT_THAT(waiting(*anybody), ElementsAre(R"(published {"version":2})"));
  EXPECT_THAT(waiting(*coordinator),
              ElementsAre(HasSubstr(R"(plan_progress {"id":"J1","state":"running")"),
                          R"(published {"version":2})"));
}

// The id that the last message of the stream leaves a reader with.
std::string last_id(EventStream& stream) {
  std::string last;
  for (const auto& message : stream.take().messages)
    if (const auto id = field(*message, "id"); !id.empty()) last = id;
  return last;
}

TEST(EventStreams, NumbersDoNotTellOfHiddenEvents) {
  Scene scene;
  const auto anybody = open(scene, "");
  const auto coordinator = open(scene, scene.sign_in("coordinator"));
  actions::PlanProgress progress;
  progress.job = "J1";
  scene.world.happen(progress);
  scene.world.happen(actions::Published{2});
  EXPECT_THAT(last_id(*anybody), testing::EndsWith("-1"));
  EXPECT_THAT(last_id(*coordinator), testing::EndsWith("-1.1"));
}

TEST(EventStreams, GoOnBehindTheLastEventWithoutAGapOrADouble) {
  Scene scene;
  const auto first = open(scene, "");
  scene.world.happen(actions::Published{2});
  const std::string last = last_id(*first);
  first->close();
  scene.world.happen(actions::Published{3});
  scene.world.happen(actions::Published{4});
  EXPECT_THAT(waiting(*open(scene, "", last)),
              ElementsAre(R"(published {"version":3})", R"(published {"version":4})"));
}

TEST(EventStreams, TellAReaderWhoLeftBeforeTheFirstEventWhatCameSince) {
  Scene scene;
  const std::string last = last_id(*open(scene, ""));
  scene.world.happen(actions::Published{2});
  scene.world.happen(actions::Published{3});
  EXPECT_THAT(waiting(*open(scene, "", last)),
              ElementsAre(R"(published {"version":2})", R"(published {"version":3})"));
}

TEST(EventStreams, StartAnewBehindANumberThatIsNotKept) {
  Scene scene;
  const std::string id = last_id(*open(scene, ""));
  for (int version = 2; version < 600; ++version) scene.world.happen(actions::Published{version});
  for (const std::string& last :
       {id, std::string("other-1"), std::string("rubbish"), id + "999", id + "x"})
    EXPECT_THAT(waiting(*open(scene, "", last)), ElementsAre(R"(published {"version":1})")) << last;
}

// Two nodes over one database; readers go from one to the other at any moment, and only one of the
// nodes is told at once of what happens.
TEST(EventStreams, OfTwoNodesMissNothingAndSayNothingTwice) {
  Scene scene;
  actions::Views views;
  actions::Events events;
  actions::Context context{scene.world.store, scene.world.context.now, scene.world.log, views,
                           &events};
  Application other(context, {});
  base::Rng rng(5);
  std::string last = last_id(*open(scene, ""));
  std::vector<std::string> heard, expected;
  for (int version = 2; version < 200; ++version) {
    Request request;
    request.method = "GET";
    request.path = "/api/events";
    request.headers = {{"last-event-id", last}};
    const auto stream = (rng.chance(500) ? other : scene.application).answer(request).stream;
    const auto listen = [&] {
      for (const auto& message : stream->take().messages) {
        if (const auto id = field(*message, "id"); !id.empty()) last = id;
        if (const auto data = field(*message, "data"); !data.empty()) heard.push_back(data);
      }
    };
    listen();
    scene.world.happen(actions::Published{version});
    expected.push_back("{\"version\":" + std::to_string(version) + "}");
    if (rng.chance(500)) actions::deliver_events(context);
    if (rng.chance(700)) listen();  // else the connection was lost before
  }
  actions::deliver_events(context);
  for (const auto& line : waiting(*open(scene, "", last))) heard.push_back(line.substr(10));
  EXPECT_EQ(heard, expected);
}

TEST(EventStreams, OfASessionEndWithIt) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  const auto own = open(scene, token);
  const auto other = open(scene, scene.sign_in("coordinator"));
  scene.post("/api/sign-out", token);
  EXPECT_TRUE(own->take().closed);
  EXPECT_FALSE(other->take().closed);
}

// Plans the small mission through the API, from the start to the publication.
TEST(Planning, IsFollowedOnTheStreamAndPublished) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  const auto stream = open(scene, token);
  waiting(*stream);
  const Response job = scene.post("/api/plan/runs", token, R"({"seed":"7"})");
  ASSERT_EQ(job.status, 200) << job.bytes();
  EXPECT_THAT(std::string(job.bytes()), HasSubstr(R"("state":"running")"));
  std::string heard;
  for (int i = 0; i < 600 && heard.find("\"state\":\"done\"") == std::string::npos; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    for (const auto& line : waiting(*stream)) heard += line + "\n";
  }
  EXPECT_THAT(heard, HasSubstr(R"("draft":true)"));
  const Response published = scene.post("/api/plan/publish", token);
  ASSERT_EQ(published.status, 200) << published.bytes();
  EXPECT_THAT(std::string(published.bytes()), HasSubstr(R"({"version":2,)"));
  EXPECT_THAT(std::string(published.bytes()), HasSubstr(R"("seed":"7")"));
  EXPECT_THAT(waiting(*stream), ElementsAre(R"(published {"version":2})"));
  EXPECT_THAT(std::string(scene.get("/api/changes", token).bytes()), HasSubstr("publish_plan"));
}

}  // namespace
}  // namespace kontor::server
