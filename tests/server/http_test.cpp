#include "server/http.h"

#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "server/client.h"

namespace kontor::server {
namespace {

using std::chrono::milliseconds;
using test::Answer;
using test::Client;
using testing::HasSubstr;

Response text(std::string body) {
  Response response;
  response.type = "text/plain";
  response.body = std::move(body);
  return response;
}

// Says back what it was asked.
Response echo(const Request& request) {
  std::string said = request.method + " " + request.path;
  for (const auto& [name, value] : request.query) said += " " + name + "=" + value;
  return text(said + " " + request.body);
}

Response refuse(int status) {
  Response response = text("refused");
  response.status = status;
  return response;
}

// A server on a free port while it lives.
class Running {
 public:
  explicit Running(HttpServer::Handler handler = echo, HttpOptions options = {})
      : server_(options, std::move(handler), refuse), thread_([this] { server_.run(); }) {}
  ~Running() {
    server_.stop();
    thread_.join();
  }
  int port() const { return server_.port(); }
  void stop() { server_.stop(); }

 private:
  HttpServer server_;
  std::thread thread_;
};

TEST(Http, AnswersSeveralRequestsOfOneConnection) {
  const Running server;
  Client client(server.port());
  EXPECT_EQ(client.get("/a%20b?x=1%2B1&y=c+d").body, "GET /a b x=1+1 y=c d ");
  EXPECT_EQ(client.post("/p", "hello").body, "POST /p hello");
  EXPECT_EQ(client.get("/").status, 200);
}

TEST(Http, RequestsInOnePacketAreAnsweredInTheirOrder) {
  const Running server;
  Client client(server.port());
  client.send(
      "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nPOST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n"
      "\r\nhiGET /3 HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(client.read().body, "GET /1 ");
  EXPECT_EQ(client.read().body, "POST /2 hi");
  EXPECT_EQ(client.read().body, "GET /3 ");
}

TEST(Http, ARequestInSingleBytesIsUnderstood) {
  const Running server;
  Client client(server.port());
  for (const char c :
       std::string("POST /s HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                   "3\r\nabc\r\n0\r\n\r\n")) {
    client.send(std::string(1, c));
    std::this_thread::sleep_for(milliseconds(1));
  }
  EXPECT_EQ(client.read().body, "POST /s abc");
}

TEST(Http, WhatIsKnownAtOnceNeverReachesTheHandler) {
  std::atomic<int> handled = 0;
  HttpServer server(
      {},
      [&](const Request& request) {
        ++handled;
        return echo(request);
      },
      refuse,
      [](Request& request) -> std::optional<Response> {
        if (request.path != "/known") return std::nullopt;
        return text(std::string(5'000'000, 'x'));
      });
  std::thread thread([&] { server.run(); });
  Client client(server.port());
  EXPECT_EQ(client.get("/known").body.size(), 5'000'000U);
  EXPECT_EQ(handled, 0);
  EXPECT_EQ(client.get("/other").body, "GET /other ");
  EXPECT_EQ(handled, 1);
  server.stop();
  thread.join();
}

TEST(Http, HeadHasTheHeadersOfGetAndNoBody) {
  const Running server;
  Client client(server.port());
  client.send("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n");
  const Answer answer = client.read(true);
  EXPECT_EQ(answer.header("content-length"), "8");
  EXPECT_EQ(client.get("/y").body, "GET /y ");
}

TEST(Http, WhatIsNoHttpIsRefused) {
  const Running server;
  for (const std::string_view bytes :
       {"rubbish\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", "GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n", "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"}) {
    Client client(server.port());
    client.send(bytes);
    EXPECT_EQ(client.read().status, 400) << bytes;
    EXPECT_TRUE(client.is_closed());
  }
}

TEST(Http, HeadersAndBodiesHaveLimits) {
  HttpOptions options;
  options.header_bytes = 1000;
  options.body_bytes = 1000;
  const Running server(echo, options);
  Client large_body(server.port());
  EXPECT_EQ(large_body.post("/", std::string(1001, 'x')).status, 413);
  Client large_head(server.port());
  EXPECT_EQ(large_head.get("/", "X: " + std::string(1001, 'x') + "\r\n").status, 431);
  Client chunks(server.port());
  chunks.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 20; ++i) chunks.send("64\r\n" + std::string(100, 'x') + "\r\n");
  EXPECT_EQ(chunks.read().status, 413);
}

TEST(Http, OnlyAFewRequestsOfOnePathMayHaveLargeBodies) {
  HttpOptions options;
  options.body_bytes = 1000;
  options.large_begin = "POST /tables/";
  options.large_body_bytes = 5000;
  options.large_bodies = 1;
  const Running server(echo, options);
  Client large(server.port());
  EXPECT_EQ(large.post("/tables/x", std::string(5000, 'x')).status, 200);
  EXPECT_EQ(large.post("/tables/x", std::string(5001, 'x')).status, 413);
  Client other(server.port());
  EXPECT_EQ(other.post("/other", std::string(1001, 'x')).status, 413);
  Client slow(server.port());
  slow.send("PO");
  slow.send("ST /tables/x HTTP/1.1\r\nHost: a\r\nContent-Length: 4000\r\n\r\nx");
  const auto status = [&] {
    return Client(server.port()).post("/tables/x", std::string(4000, 'x')).status;
  };
  while (status() == 200) continue;  // until the server has seen the slow one
  slow.send(std::string(3999, 'x'));
  EXPECT_EQ(slow.read().status, 200);
  while (status() != 200) continue;
}

TEST(Http, AClientThatAsksBeforeItSendsItsBodyIsAnswered) {
  const Running server;
  Client client(server.port());
  client.send("POST /e HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(client.read().status, 100);
  client.send("ok");
  EXPECT_EQ(client.read().body, "POST /e ok");
}

TEST(Http, SlowAndSilentClientsAreCutOff) {
  HttpOptions options;
  options.idle = milliseconds(100);
  options.request = milliseconds(100);
  const Running server(echo, options);
  Client silent(server.port());
  Client slow(server.port());
  slow.send("GET / HTTP/1.1\r\nHo");
  EXPECT_TRUE(silent.is_closed());
  EXPECT_TRUE(slow.is_closed());
}

TEST(Http, AReaderWhoDoesNotReadIsCutOff) {
  HttpOptions options;
  options.write = milliseconds(200);
  const Running server([](const Request&) { return text(std::string(64'000'000, 'x')); }, options);
  Client client(server.port());
  client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  std::this_thread::sleep_for(milliseconds(600));
  EXPECT_LT(client.read().body.size(), 64'000'000U);
}

TEST(Http, AFaultOfTheHandlerEndsTheRequestAndNotTheServer) {
  const Running server([](const Request& request) -> Response {
    if (request.path == "/bad") throw std::runtime_error("a fault");
    return echo(request);
  });
  Client client(server.port());
  EXPECT_EQ(client.get("/bad").status, 500);
  EXPECT_EQ(client.get("/good").status, 200);
}

TEST(Http, APortInUseIsSaidInWords) {
  const Running server;
  HttpOptions options;
  options.port = server.port();
  try {
    const HttpServer second(options, echo, refuse);
    FAIL() << "two servers listen on one port";
  } catch (const CannotListen& refusal) {
    EXPECT_THAT(refusal.what(), HasSubstr(std::to_string(server.port())));
    EXPECT_THAT(refusal.what(), HasSubstr("is in use"));
  }
}

TEST(Http, StoppingLetsTheAnswerUnderWayFinish) {
  std::atomic<bool> asked = false;
  Running server([&](const Request& request) {
    asked = true;
    std::this_thread::sleep_for(milliseconds(200));
    return echo(request);
  });
  Client idle(server.port());
  Client client(server.port());
  client.send("GET /late HTTP/1.1\r\nHost: a\r\n\r\n");
  while (!asked) std::this_thread::sleep_for(milliseconds(1));
  server.stop();
  const Answer answer = client.read();
  EXPECT_EQ(answer.body, "GET /late ");
  EXPECT_EQ(answer.header("connection"), "close");
  EXPECT_TRUE(idle.is_closed());
  EXPECT_THROW(Client(server.port()), std::exception);
}

class Streams : public testing::Test {
 protected:
  HttpServer::Handler handler() {
    return [this](const Request&) {
      Response response;
      response.type = "text/event-stream";
      response.stream = stream;
      return response;
    };
  }
  void push(std::string message) {
    stream->push(std::make_shared<const std::string>(std::move(message)));
  }

  std::shared_ptr<EventStream> stream = std::make_shared<EventStream>(4);
};

TEST_F(Streams, EventsArriveWhenTheyHappen) {
  const Running server(handler());
  push("data: early\n\n");
  Client client(server.port());
  client.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_THAT(client.read_until("early\n\n"), HasSubstr("text/event-stream"));
  push("data: late\n\n");
  EXPECT_EQ(client.read_until("\n\n"), "data: late\n\n");
  stream->close();
  EXPECT_TRUE(client.is_closed());
}

TEST_F(Streams, AQuietStreamGivesSignsOfLife) {
  HttpOptions options;
  options.heartbeat = milliseconds(50);
  const Running server(handler(), options);
  Client client(server.port());
  client.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
  client.read_until("\r\n\r\n");
  EXPECT_EQ(client.read_until("\n\n"), ":\n\n");
  EXPECT_EQ(client.read_until("\n\n"), ":\n\n");
}

TEST_F(Streams, AStreamEndsAfterItsTimeAndWhenTheServerStops) {
  HttpOptions options;
  options.heartbeat = milliseconds(20);
  options.stream = milliseconds(100);
  Running server(handler(), options);
  Client client(server.port());
  client.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(client.is_closed());
  EXPECT_FALSE(stream->push(nullptr));
}

TEST_F(Streams, AReaderWhoLeavesIsNoticedAtOnce) {
  const Running server(handler());
  {
    Client client(server.port());
    client.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
    client.read_until("\r\n\r\n");
  }
  for (int i = 0; i < 1000 && !stream->take().closed; ++i)
    std::this_thread::sleep_for(milliseconds(5));
  EXPECT_TRUE(stream->take().closed);
}

TEST_F(Streams, AFullStreamIsClosedRatherThanKeptWaiting) {
  for (int i = 0; i < 4; ++i) push("x");
  EXPECT_FALSE(stream->push(std::make_shared<const std::string>("x")));
  EXPECT_TRUE(stream->take().closed);
}

}  // namespace
}  // namespace kontor::server
