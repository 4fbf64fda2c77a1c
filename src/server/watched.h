#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actions/context.h"
#include "server/application.h"
#include "server/metrics.h"
#include "server/rate_limit.h"

namespace kontor::server {

// What stands between the network and the application: names each request, refuses foreign hosts
// and those who ask too often, counts, logs, and answers for the health of this process.
class Watched {
 public:
  struct Options {
    std::vector<std::string> hosts;  // names in Host that are answered; empty: any
    int requests_per_second = 0;     // of one session, or of one address that has none; 0: any
    bool behind_proxy = false;       // the peer is the last address of X-Forwarded-For
    bool log_requests = false;
  };

  Watched(actions::Context& context, Application& application, Options options);

  Response answer(Request request);
  // What takes microseconds and waits for nothing: for threads that others wait for. Nothing:
  // answer() must.
  std::optional<Response> answer_at_once(Request& request);
  // For the port of operations: /metrics, /healthz and /readyz.
  Response operations(const Request& request);
  Metrics& metrics() { return metrics_; }

 private:
  std::optional<Response> health(const Request& request);
  std::optional<Response> refusal(const Request& request);
  void begin(Request& request) const;
  void note(const Request& request, std::string_view route, const Response& response,
            std::chrono::nanoseconds took);

  actions::Context& context_;
  Application& application_;
  Options options_;
  Metrics metrics_;
  RateLimit by_session_;
  RateLimit by_address_;
};

// The names under which a server at `host` may be asked: its own, and that of `public_address`.
// Empty, any, where it listens on all addresses of the machine and has no public one.
std::vector<std::string> hosts_of(const std::string& host, const std::string& public_address);

}  // namespace kontor::server
