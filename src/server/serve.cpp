#include "server/serve.h"

#include <optional>
#include <sys/resource.h>
#include <thread>

#include "actions/event_log.h"
#include "base/check.h"
#include "server/application.h"
#include "server/courier.h"
#include "server/http.h"
#include "server/watched.h"

namespace kontor::server {

namespace {

// Every connection is an open file: take as many as the system grants this process.
void allow_many_files() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

// Tells of what other processes on the same database did, until `done`.
void hear(actions::Context& context, Application& application, const std::stop_token& done) {
  while (!done.stop_requested()) {
    try {
      if (actions::wait_for_news(context, std::chrono::milliseconds(250))) application.hear_news();
    } catch (const std::exception& error) {
      context.log.write(base::Log::Level::Warning, "no_news", {{"reason", error.what()}});
      std::this_thread::sleep_for(std::chrono::seconds(1));
    }
  }
}

// A small server of its own for who watches this one; nothing where no port is asked for.
class OperationsPort {
 public:
  OperationsPort(const ServeOptions& options, Watched& watched, const Application& application) {
    if (options.operations_port < 0) return;
    HttpOptions http;
    http.port = options.operations_port;
    http.connections = 50;
    http.network_threads = http.handler_threads = 1;
    server_.emplace(
        http, [&](const Request& request) { return watched.operations(request); },
        [&](int status) { return application.refuse(status); });
    thread_ = std::jthread([this] { server_->run(); });
  }
  ~OperationsPort() {
    if (server_) server_->stop();
  }

 private:
  std::optional<HttpServer> server_;
  std::jthread thread_;
};

}  // namespace

void serve(actions::Context& context, const ServeOptions& options, std::stop_token stop,
           const std::function<void(int port)>& on_ready) {
  CHECK(context.events != nullptr);
  allow_many_files();
  HttpOptions http;
  http.host = options.host;
  http.port = options.port;
  http.network_threads = options.network_threads;
  http.handler_threads = options.handler_threads;
  Application application(context, {.public_address = options.public_address,
                                    .web_folder = options.web_folder,
                                    .mail_from = options.mail_from,
                                    .send_mail = options.send_mail,
                                    .fetch = options.fetch});
  Watched watched(
      context, application,
      {options.hosts.empty() ? hosts_of(options.host, options.public_address) : options.hosts,
       options.requests_per_second, options.behind_proxy, options.log_requests});
  HttpServer server(
      http, [&](Request request) { return watched.answer(std::move(request)); },
      [&](int status) { return application.refuse(status); },
      [&](Request& request) { return watched.answer_at_once(request); });
  application.post_room().start("http://" + http.host + ":" + std::to_string(server.port()));
  watched.metrics().add_gauge("kontor_connections", "Open connections, event streams among them.",
                              [&server] { return static_cast<double>(server.connections()); });
  const std::jthread news([&](const std::stop_token& done) { hear(context, application, done); });
  const OperationsPort operations(options, watched, application);
  const Courier courier(context, options.post_webhook);
  const std::stop_callback end(stop, [&] { server.stop(); });
  if (on_ready) on_ready(server.port());
  server.run();
}

}  // namespace kontor::server
