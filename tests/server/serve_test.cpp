#include "server/serve.h"

#include <future>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "actions/world.h"
#include "server/client.h"
#include "server/http.h"

// The whole server over its socket.

namespace kontor::server {
namespace {

using test::Answer;
using test::Client;
using testing::HasSubstr;

class Served : public testing::Test {
 protected:
  Served() {
    world.put(actions::small_mission());
    world.put(actions::small_plan());
    ServeOptions options;
    options.port = 0;
    options.hosts = {"test"};
    std::promise<int> ready;
    thread = std::jthread([this, options, &ready](std::stop_token stop) {
      serve(world.context, options, stop, [&](int value) { ready.set_value(value); });
    });
    port = ready.get_future().get();
  }

  actions::World world;
  std::jthread thread;
  int port = 0;
};

TEST_F(Served, AReaderSignsInReadsAndFollowsEvents) {
  Client client(port);
  EXPECT_EQ(client.get("/").status, 200);
  const Answer link = client.get("/demo/coordinator");
  const std::string set = link.header("set-cookie");
  const std::string cookie = "Cookie: " + set.substr(0, set.find(';')) + "\r\n";
  EXPECT_THAT(client.get("/api/session", cookie).body, HasSubstr(R"("may_plan":true)"));
  Client stream(port);
  stream.send("GET /api/events HTTP/1.1\r\nHost: test\r\n" + cookie + "\r\n");
  EXPECT_THAT(stream.read_until("}\n\n"), HasSubstr(R"(data: {"version":1})"));
  world.happen(actions::Published{2});
  EXPECT_THAT(stream.read_until("}\n\n"), HasSubstr(R"(data: {"version":2})"));
  EXPECT_EQ(client.post("/api/sign-out", "", cookie).status, 200);
  EXPECT_TRUE(stream.is_closed());
}

TEST_F(Served, RefusalsBeforeAnyRouteAreProblemsToo) {
  Client client(port);
  const Answer answer = client.post("/api/plan/runs", std::string(2'000'000, 'x'));
  EXPECT_EQ(answer.status, 413);
  EXPECT_EQ(answer.header("content-type"), "application/problem+json");
  EXPECT_THAT(answer.body, HasSubstr(":too_large"));
}

TEST_F(Served, ASecondServerOnItsPortIsRefusedInWords) {
  ServeOptions options;
  options.port = port;
  EXPECT_THROW(serve(world.context, options, {}, {}), CannotListen);
}

TEST_F(Served, StoppingEndsTheStreamsAndTheServer) {
  Client stream(port);
  stream.send("GET /api/events HTTP/1.1\r\nHost: test\r\n\r\n");
  stream.read_until("}\n\n");
  thread.request_stop();
  EXPECT_TRUE(stream.is_closed());
  thread.join();
  EXPECT_THROW(Client{port}, std::exception);
}

}  // namespace
}  // namespace kontor::server
