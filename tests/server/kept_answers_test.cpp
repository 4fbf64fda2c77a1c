#include "server/kept_answers.h"

#include <gtest/gtest.h>

#include "actions/sessions.h"
#include "server/head.h"
#include "server/scene.h"
#include "server/watched.h"

namespace kontor::server {
namespace {

using test::Scene;

const std::string page = "/api/people/P1";

Request get(const std::string& path, const std::string& token, Headers headers = {}) {
  Request request;
  request.method = "GET";
  request.path = path;
  request.headers = std::move(headers);
  request.headers.emplace_back("host", "kontor.test:8080");
  if (!token.empty()) request.headers.emplace_back("cookie", "kontor_session=" + token);
  return request;
}

bool is_kept(Scene& scene, const Request& request) {
  return scene.application.kept_answer(request) != nullptr;
}

// Asked for once, it is kept.
std::string ask(Scene& scene, const std::string& reader) {
  const std::string token = scene.sign_in(reader);
  EXPECT_EQ(scene.get(page, token).status, 200);
  EXPECT_TRUE(is_kept(scene, get(page, token)));
  return token;
}

TEST(KeptAnswers, AreByteForByteWhatWouldBeAnswered) {
  Scene scene;
  int kept_answers = 0;
  for (const auto& [name, acting] : actions::readers()) {
    const std::string token = scene.sign_in(name);
    for (const std::string path :
         {"/api/mission", "/api/programme", "/api/organisations", "/api/organisations/O1",
          "/api/people", "/api/people/P1", "/api/activities/A9", "/api/plan", "/api/agreements",
          "/api/plan/certificate", "/api/session", "/api/changes", "/api/outbox"}) {
      for (const char* accepts : {"", "gzip"}) {
        const Request request = get(path, token, {{"accept-encoding", accepts}});
        const Response fresh = scene.application.answer(request);
        const auto kept = scene.application.kept_answer(request);
        if (!kept) continue;
        ++kept_answers;
        EXPECT_EQ(kept->response.status, fresh.status) << name << path;
        EXPECT_EQ(header_lines_of(kept->response), header_lines_of(fresh)) << name << path;
        EXPECT_EQ(kept->response.bytes(), fresh.bytes()) << name << path;
      }
    }
  }
  EXPECT_GT(kept_answers, 50);
}

TEST(KeptAnswers, EndWithTheSessionAtOnce) {
  Scene scene;
  const std::string token = ask(scene, "P1");
  actions::end_session(scene.world.context, token);
  EXPECT_FALSE(is_kept(scene, get(page, token)));
}

TEST(KeptAnswers, EndAtOnceWhereAnotherProcessEndsTheSession) {
  Scene scene;
  const std::string token = ask(scene, "P1");
  store::Store other(scene.world.store_file());
  actions::Context there{other, scene.world.context.now, scene.world.log, scene.world.views};
  actions::end_session(there, token);
  EXPECT_FALSE(is_kept(scene, get(page, token)));
  EXPECT_EQ(scene.get(page, token).status, 404) << "hidden from the public";
}

TEST(KeptAnswers, EndWithAnyChangeAndAreKeptAnewAfterIt) {
  Scene scene;
  const std::string token = ask(scene, "coordinator");
  scene.post("/api/locks", token, R"({"lock":"activity/A1"})");
  EXPECT_FALSE(is_kept(scene, get(page, token)));
  scene.get(page, token);
  EXPECT_TRUE(is_kept(scene, get(page, token)));
}

TEST(KeptAnswers, EndBeforeTheirSessionWouldAndBeforeItsUseIsToBeNoted) {
  Scene scene;
  const std::string token = ask(scene, "P1");
  scene.world.now += std::chrono::minutes(5);
  EXPECT_FALSE(is_kept(scene, get(page, token)));
  scene.get(page, token);  // noted now
  scene.get(page, token);
  EXPECT_TRUE(is_kept(scene, get(page, token)));
  scene.world.now += std::chrono::hours(24 * 365);
  EXPECT_FALSE(is_kept(scene, get(page, token)));
}

TEST(KeptAnswers, AreForTheVeryRequestThatTheyAnswered) {
  Scene scene;
  const std::string token = ask(scene, "P1");
  EXPECT_FALSE(is_kept(scene, get(page, ""))) << "nobody";
  EXPECT_FALSE(is_kept(scene, get(page, scene.sign_in("Q1")))) << "somebody else";
  EXPECT_FALSE(is_kept(scene, get("/api/people/P2", token)));
  EXPECT_FALSE(is_kept(scene, get(page, token, {{"accept-encoding", "gzip"}})));
  EXPECT_FALSE(is_kept(scene, get(page, token, {{"if-none-match", "\"x\""}})));
  EXPECT_FALSE(is_kept(scene, get(page, token, {{"authorization", "Bearer x"}})));
  Request head = get(page, token);
  head.method = "HEAD";
  EXPECT_FALSE(is_kept(scene, head));
}

TEST(KeptAnswers, CountAgainstTheRateAndForeignHostsDoNotGetThem) {
  Scene scene;
  const std::string token = ask(scene, "P1");
  Watched watched(scene.world.context, scene.application, {{"kontor.test"}, 1, false, false});
  int refused = 0;
  for (int n = 0; n < 8; ++n) {
    Request request = get(page, token);
    if (watched.answer_at_once(request)->status == 429) ++refused;
  }
  EXPECT_EQ(refused, 3);
  Request foreign = get(page, token);
  foreign.headers.front().second = "evil.test";
  EXPECT_EQ(watched.answer_at_once(foreign)->status, 421);
  Request unknown = get("/api/people/P2", token);
  EXPECT_FALSE(watched.answer_at_once(unknown)) << "the handler answers";
}

TEST(KeptAnswers, AreForgottenWhereTheyWouldTakeTooMuchMemory) {
  KeptAnswers kept(5000);
  Response response;
  response.body = std::string(1000, 'x');
  response.same_until = base::Instant{} + std::chrono::hours(1);
  for (int n = 0; n < 10; ++n) kept.keep(get(std::to_string(n), "t"), 1, response, "/x");
  EXPECT_EQ(kept.find(get("0", "t"), 1, base::Instant{}), nullptr);
  EXPECT_NE(kept.find(get("9", "t"), 1, base::Instant{}), nullptr);
}

}  // namespace
}  // namespace kontor::server
