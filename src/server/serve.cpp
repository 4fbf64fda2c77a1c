#include "server/serve.h"

#include <sys/resource.h>

#include "base/check.h"
#include "server/application.h"
#include "server/http.h"

namespace kontor::server {

namespace {

// Every connection is an open file: take as many as the system grants this process.
void allow_many_files() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

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
                                    .send_mail = options.send_mail});
  HttpServer server(
      http, [&](Request request) { return application.answer(std::move(request)); },
      [&](int status) { return application.refuse(status); });
  application.post_room().start("http://" + http.host + ":" + std::to_string(server.port()));
  const std::stop_callback end(stop, [&] { server.stop(); });
  if (on_ready) on_ready(server.port());
  server.run();
}

}  // namespace kontor::server
