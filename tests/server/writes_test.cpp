#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>

#include "actions/change_log.h"
#include "actions/publish_plan.h"
#include "actions/read_changes.h"
#include "server/scene.h"
#include "store/letters.h"
#include "store/missions.h"
#include "store/plans.h"
#include "store/webhooks.h"

// What every write goes through: If-Match and Idempotency-Key; and the pages of lists.

namespace kontor::server {
namespace {

using test::header;
using test::Scene;
using testing::HasSubstr;

std::string body_of(const Response& response) {
  return std::string(response.bytes());
}

std::string lock_etag(Scene& scene, const std::string& token) {
  return header(scene.get("/api/locks", token), "etag");
}

constexpr const char* lock_a1 = R"({"lock":"activity/A1"})";
constexpr const char* lock_a2 = R"({"lock":"activity/A2"})";

TEST(IfMatch, LetsPassWhatWasSeen) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  const std::string seen = lock_etag(scene, token);
  EXPECT_EQ(scene.post("/api/locks", token, lock_a1, {{"if-match", "\"x\", " + seen}}).status, 200);
  EXPECT_EQ(scene.post("/api/locks", token, lock_a2, {{"if-match", "*"}}).status, 200);
}

TEST(IfMatch, RefusesWhatHasChangedAndShowsBothVersions) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  const std::string seen = lock_etag(scene, token);
  scene.post("/api/locks", token, lock_a1);
  const Response refused = scene.post("/api/locks", token, lock_a2, {{"if-match", seen}});
  EXPECT_EQ(refused.status, 412);
  const std::string now = lock_etag(scene, token);
  const auto quoted = [](const std::string& etag) {
    return "\\\"" + etag.substr(1, etag.size() - 2) + "\\\"";
  };
  EXPECT_THAT(body_of(refused), HasSubstr("\"given\":\"" + quoted(seen) + "\""));
  EXPECT_THAT(body_of(refused), HasSubstr("\"current\":\"" + quoted(now) + "\""));
  EXPECT_THAT(body_of(scene.get("/api/locks", token)), Not(HasSubstr("A2")));
}

TEST(IfMatch, IsRefusedWhereItMeansNothing) {
  Scene scene;
  EXPECT_EQ(scene.post("/api/sign-out", "", "", {{"if-match", "\"x\""}}).status, 400);
}

// What comes between the look and the write is found in the transaction of the write.
TEST(IfMatch, HoldsUntilTheChangeIsWritten) {
  Scene scene;
  actions::World& world = scene.world;
  store::StoredPlan draft = actions::small_plan();
  draft.plan.version = 0;
  mission::Acting late = actions::reader("coordinator");
  late.as_of_change = actions::last_change(world.context);
  const std::string token = scene.sign_in("coordinator");
  scene.post("/api/locks", token, lock_a1);
  EXPECT_THROW(world.store.write([&](sql::Connection& connection) {
    store::write_plan(connection, draft);
    actions::log_change(world.context, connection, {"small"}, late, actions::Verb::PlanMission,
                        "plan/draft", "");
  }),
               actions::MovedOn);
  EXPECT_FALSE(world.store
                   .read([](sql::Connection& connection) {
                     return store::read_plan(connection, {"small"}, 0);
                   })
                   .has_value());
}

TEST(IdempotencyKey, GivesTheSameAnswerAndDoesItOnce) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  const Headers key{{"idempotency-key", "k1"}};
  const Response first = scene.post("/api/people/P1/feed", token, "", key);
  const Response again = scene.post("/api/people/P1/feed", token, "", key);
  ASSERT_EQ(first.status, 200);
  EXPECT_EQ(body_of(again), body_of(first));
  EXPECT_EQ(header(again, "idempotent-replayed"), "true");
  EXPECT_NE(body_of(scene.post("/api/people/P1/feed", token)), body_of(first));
  const auto changes = actions::read_changes(scene.world.context, actions::reader("coordinator"));
  EXPECT_EQ(changes->changes.size(), 2U);
}

TEST(IdempotencyKey, IsOfOneRequestAndOneSession) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  const Headers key{{"idempotency-key", "k1"}};
  EXPECT_EQ(scene.post("/api/locks", token, lock_a1, key).status, 200);
  const Response reused = scene.post("/api/locks", token, lock_a2, key);
  EXPECT_EQ(reused.status, 422);
  EXPECT_THAT(body_of(reused), HasSubstr(":key_reused"));
  const Response other = scene.post("/api/locks", scene.sign_in("coordinator"), lock_a2, key);
  EXPECT_EQ(other.status, 200);
}

TEST(IdempotencyKey, OfARefusalMayBeUsedAgain) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  const Headers key{{"idempotency-key", "k1"}};
  EXPECT_EQ(scene.post("/api/locks", token, R"({"lock":"x"})", key).status, 422);
  EXPECT_EQ(scene.post("/api/locks", token, R"({"lock":"x"})", key).status, 422);
  EXPECT_EQ(scene.post("/api/locks", token, lock_a1, key).status, 200);
}

// A node that ends between the change and its answer leaves a note in the change's transaction.
TEST(IdempotencyKey, IsNotCarriedOutAgainWhenTheAnswerWasLost) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  const Headers key{{"idempotency-key", "k1"}};
  EXPECT_EQ(scene.post("/api/locks", token, lock_a1, key).status, 200);
  scene.world.store.write(
      [](sql::Connection& connection) { connection.run("UPDATE request_key SET answer = ''"); });
  EXPECT_THAT(body_of(scene.post("/api/locks", token, lock_a1, key)), HasSubstr(":under_way"));
  scene.world.now += std::chrono::minutes(3);
  EXPECT_THAT(body_of(scene.post("/api/locks", token, lock_a1, key)), HasSubstr(":already_done"));
  scene.world.store.write(
      [](sql::Connection& connection) { connection.run("UPDATE request_key SET done = 0"); });
  EXPECT_EQ(scene.post("/api/locks", token, lock_a1, key).status, 200) << "nothing was done: again";
}

TEST(IdempotencyKey, LeavesNoSecretInTheDatabase) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  const std::string body =
      body_of(scene.post("/api/people/P1/feed", token, "", {{"idempotency-key", "k1"}}));
  const std::string secret = body.substr(body.find("/feeds/") + 7, 20);
  scene.world.store.read([&](sql::Connection& connection) {
    sql::Query query = connection.query("SELECT key_hash, answer FROM request_key");
    ASSERT_TRUE(query.step());
    EXPECT_EQ(query.text(0).find("k1"), std::string::npos);
    EXPECT_EQ(query.text(1).find(secret), std::string::npos);
    EXPECT_EQ(query.text(1).find("7b2261646472657373"), std::string::npos)
        << "nor in hex: {\"address";
  });
}

TEST(Lists, InPagesAreTheWholeList) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  for (const std::string path : {"/api/organisations", "/api/people", "/api/agreements"}) {
    std::string whole = "[", target = path + "?limit=2";
    for (int pages = 0; !target.empty() && pages < 20; ++pages) {
      const Response page = scene.get(target, token);
      ASSERT_EQ(page.status, 200) << body_of(page);
      const std::string body = body_of(page), link = header(page, "link");
      whole += (pages > 0 ? "," : "") + body.substr(1, body.size() - 2);
      target = link.empty() ? "" : link.substr(1, link.find('>') - 1);
    }
    EXPECT_EQ(whole + "]", body_of(scene.get(path, token)));
  }
  EXPECT_EQ(scene.get("/api/people?limit=0", token).status, 422);
  EXPECT_EQ(scene.get("/api/people?cursor=nobody", token).status, 422);
}

TEST(Lists, OfLettersAndDeliveriesGoOnBehindTheirCursor) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  scene.world.context.store.write([&](sql::Connection& connection) {
    const auto mission = store::read_served_state(connection)->id;
    for (int i = 0; i < 5; ++i) store::write_letter(connection, mission, {});
    store::Webhook webhook;
    webhook.id = "hook";
    webhook.mission = mission;
    store::write_webhook(connection, webhook);
    for (int i = 0; i < 5; ++i) store::queue_deliveries(connection, "m", "{}", {});
  });
  const std::regex number(R"("number":(\d+))");
  for (const std::string path : {"/api/letters", "/api/webhooks/hook/deliveries"}) {
    std::string found, target = path + "?limit=2";
    int pages = 0;
    for (; !target.empty() && pages < 9; ++pages) {
      const Response page = scene.get(target, token);
      ASSERT_EQ(page.status, 200) << body_of(page);
      const std::string body = body_of(page), link = header(page, "link");
      for (std::sregex_iterator at(body.begin(), body.end(), number), end; at != end; ++at)
        found += at->str(1);
      target = link.empty() ? "" : link.substr(1, link.find('>') - 1);
    }
    EXPECT_EQ(found, "54321") << path;
    EXPECT_EQ(pages, 3);
    EXPECT_EQ(header(scene.get(path, token), "link"), "");
    EXPECT_EQ(scene.get(path + "?cursor=x&limit=1001", token).status, 422);
  }
}

TEST(Changes, SinceANumberComeInOrder) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  for (const char* lock : {lock_a1, lock_a2, lock_a1}) scene.post("/api/locks", token, lock);
  const std::string page = body_of(scene.get("/api/changes?since=1&limit=1", token));
  EXPECT_THAT(page, HasSubstr(R"("number":2,)"));
  EXPECT_THAT(page, HasSubstr(R"("next":"2")"));
  EXPECT_THAT(body_of(scene.get("/api/changes?since=3", token)),
              HasSubstr(R"({"changes":[],"next":null,)"));
  EXPECT_EQ(scene.get("/api/changes?since=-1", token).status, 422);
}

// The clock of the machine is set back by a day, then forward by two.
TEST(Clock, MayJumpAndNothingIsDoneTwiceOrLost) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  const Headers key{{"idempotency-key", "k1"}};
  EXPECT_EQ(scene.post("/api/locks", token, lock_a1, key).status, 200);
  scene.world.now -= std::chrono::hours(24);
  EXPECT_EQ(header(scene.post("/api/locks", token, lock_a1, key), "idempotent-replayed"), "true");
  EXPECT_EQ(scene.post("/api/locks", token, lock_a2).status, 200);
  scene.world.now += std::chrono::hours(48);
  EXPECT_EQ(scene.get("/api/changes", token).status, 401) << "the session is over";
  const auto changes = actions::read_changes(scene.world.context, actions::reader("coordinator"));
  ASSERT_EQ(changes->changes.size(), 2U);
  EXPECT_EQ(changes->changes.front().number, 2) << "in the order in which they were made";
}

}  // namespace
}  // namespace kontor::server
