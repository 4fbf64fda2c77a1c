#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "server/web.h"

// HTTP/1.1 over TCP. All of the network library stays behind this header.

namespace kontor::server {

struct HttpOptions {
  std::string host = "127.0.0.1";
  int port = 0;  // 0: any free one
  std::size_t header_bytes = 16 * 1024;
  std::size_t body_bytes = 1024 * 1024;
  // Requests that begin like this (method, blank, path) may have larger bodies, a few at a time.
  std::string large_begin = "POST /api/imports/";
  std::size_t large_body_bytes = 24 * 1024 * 1024;
  int large_bodies = 4;
  std::chrono::milliseconds large_request{180'000};
  std::size_t connections = 12'000;
  std::chrono::milliseconds idle{60'000};       // between two requests of a connection
  std::chrono::milliseconds request{20'000};    // from its first byte to its last
  std::chrono::milliseconds write{30'000};      // for each 64 KiB of an answer
  std::chrono::milliseconds heartbeat{25'000};  // of an event stream in which nothing happens
  std::chrono::milliseconds stream{3'600'000};  // after that its reader must come again
  std::chrono::milliseconds drain{5'000};       // for answers under way when stopping
  int network_threads = 2;
  int handler_threads = 4;
};

// The address cannot be listened on: another program uses the port, or it is not ours to use.
class CannotListen : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Reads requests and writes what `handler` answers. The handler runs on threads of its own, several
// at a time; what it throws becomes an empty answer with status 500. Requests that are not HTTP or
// beyond the limits never reach it: they are answered through `refuse(status)`.
class HttpServer {
 public:
  using Handler = std::function<Response(Request)>;
  using Refuse = std::function<Response(int status)>;
  // Asked first, on the threads of the network: must not wait for anything, nor throw. Nothing,
  // with the request as it was: the handler answers.
  using AtOnce = std::function<std::optional<Response>(Request&)>;

  // Listens from now on. Throws CannotListen.
  HttpServer(const HttpOptions& options, Handler handler, Refuse refuse, AtOnce at_once = {});
  ~HttpServer();

  int port() const;
  std::size_t connections() const;  // that are open now
  // Serves until stop() was called and the answers under way have been sent or `drain` is over.
  void run();
  // From any thread.
  void stop();

  class Listener;

 private:
  std::unique_ptr<Listener> listener_;
};

}  // namespace kontor::server
