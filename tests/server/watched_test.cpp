#include "server/watched.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/scene.h"

namespace kontor::server {
namespace {

using std::chrono::milliseconds;
using test::header;
using test::Scene;
using testing::HasSubstr;

Request get(const std::string& path, const std::string& host = "kontor.test:8080") {
  Request request;
  request.method = "GET";
  request.path = path;
  request.peer = "192.0.2.7";
  request.headers = {{"host", host}};
  return request;
}

std::string body_of(const Response& response) {
  return std::string(response.bytes());
}

TEST(RateLimit, LetsABurstPassAndThenItsRate) {
  RateLimit limit(10, 20);
  auto now = RateLimit::Clock::now();
  for (int i = 0; i < 20; ++i) EXPECT_EQ(limit.wait_seconds("a", now), 0);
  EXPECT_EQ(limit.wait_seconds("a", now), 1);
  EXPECT_EQ(limit.wait_seconds("b", now), 0) << "others are not held up";
  now += milliseconds(500);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(limit.wait_seconds("a", now), 0);
  EXPECT_EQ(limit.wait_seconds("a", now), 1);
}

TEST(RateLimit, KeepsNoMoreKeysThanItMay) {
  RateLimit limit(1, 1, 3);
  const auto now = RateLimit::Clock::now();
  EXPECT_EQ(limit.wait_seconds("a", now), 0);
  for (const char* key : {"b", "c", "d"}) EXPECT_EQ(limit.wait_seconds(key, now), 0);
  EXPECT_EQ(limit.wait_seconds("a", now), 0) << "it was forgotten";
  EXPECT_EQ(limit.wait_seconds("d", now), 1);
}

TEST(Watched, RefusesForeignHosts) {
  Scene scene;
  Watched watched(scene.world.context, scene.application,
                  {hosts_of("127.0.0.1", "https://kontor.test"), 0, false, false});
  EXPECT_EQ(watched.answer(get("/api/session")).status, 200);
  for (const char* own : {"127.0.0.1:8080", "localhost", "[::1]:80", "KONTOR.TEST"})
    EXPECT_EQ(watched.answer(get("/api/session", own)).status, 200) << own;
  const Response refused = watched.answer(get("/api/session", "evil.test"));
  EXPECT_EQ(refused.status, 421);
  EXPECT_EQ(header(refused, "x-content-type-options"), "nosniff");
}

TEST(Watched, RefusesWhoAsksTooOftenAndSaysForHowLong) {
  Scene scene;
  Watched watched(scene.world.context, scene.application, {{}, 1, false, false});
  int refused = 0;
  for (int i = 0; i < 8; ++i) {
    const Response response = watched.answer(get("/api/session"));
    if (response.status != 429) continue;
    ++refused;
    EXPECT_EQ(header(response, "retry-after"), "1");
  }
  EXPECT_EQ(refused, 3);
}

TEST(Watched, NamesARequestAsItsTraceDoes) {
  Scene scene;
  Watched watched(scene.world.context, scene.application, {});
  Request request = get("/api/nothing");
  request.headers.emplace_back("traceparent",
                               "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  const Response response = watched.answer(request);
  EXPECT_EQ(header(response, "x-request-id"), "4bf92f3577b34da6a3ce929d0e0e4736");
  EXPECT_THAT(body_of(response),
              HasSubstr(R"("instance":"urn:kontor:request:4bf92f3577b34da6a3ce929d0e0e4736")"));
}

TEST(Watched, CountsByRouteAndNeverByTheAddressAskedFor) {
  Scene scene;
  Watched watched(scene.world.context, scene.application, {});
  watched.answer(get("/feeds/verysecret.ics"));
  watched.answer(get("/api/organisations/O1"));
  watched.answer(get("/favicon-of-nobody.png"));
  const std::string text = body_of(watched.operations(get("/metrics")));
  EXPECT_THAT(text,
              HasSubstr("kontor_requests_total{route=\"/feeds/{token}.ics\",status=\"4xx\"} 1"));
  EXPECT_THAT(
      text, HasSubstr("kontor_requests_total{route=\"/api/organisations/{id}\",status=\"2xx\"} 1"));
  EXPECT_THAT(text, HasSubstr("kontor_request_seconds_count{route=\"other\"} 1"));
  EXPECT_THAT(text, Not(HasSubstr("verysecret")));
}

TEST(Watched, TellsItsHealthAndKeepsItsFiguresToItsOwnPort) {
  Scene scene;
  Watched watched(scene.world.context, scene.application, {{"kontor.test"}, 1, false, false});
  EXPECT_EQ(body_of(watched.answer(get("/healthz", "10.0.0.3"))), "ok\n");
  EXPECT_EQ(body_of(watched.answer(get("/readyz", "10.0.0.3"))), "ready\n");
  EXPECT_THAT(body_of(watched.answer(get("/metrics"))), Not(HasSubstr("kontor_requests_total")));
}

}  // namespace
}  // namespace kontor::server
