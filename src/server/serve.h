#pragma once
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/fetch.h"
#include "actions/webhooks.h"
#include "server/post_room.h"

namespace kontor::server {

struct ServeOptions {
  std::string host = "127.0.0.1";
  int port = 8080;             // 0: any free one
  std::string public_address;  // where readers find this server, "https://kontor.example"; empty:
                               // as their requests say. With https cookies are Secure.
  std::string web_folder;      // serve the web application from this folder, for its developers
  std::string mail_from = "kontor@localhost";  // the sender of letters
  SendMail send_mail;                          // empty: letters wait for a server that can send
  std::vector<std::string> hosts = {};  // names in Host that are answered; empty: those of `host`
                                        // and `public_address` (server/watched.h)
  int requests_per_second = 0;  // of one session or, without, address; a hundred times that of one
                                // address with many sessions; 0: any
  bool behind_proxy = false;    // who asks stands in X-Forwarded-For
  bool log_requests = false;    // one line of JSON each, without addresses and secrets
  actions::PostWebhook post_webhook = {};  // empty: webhooks wait
  bool webhooks_to_private_addresses = false;
  actions::Fetch fetch = {};  // how identity providers are asked; empty: never
  bool providers_at_private_addresses = false;
  int operations_port = -1;  // of 127.0.0.1 for /metrics; -1: none
  int network_threads = 2;
  int handler_threads = 4;
};

// Serves until `stop` is asked for and the answers under way are sent (5 s at most). `context` must
// have events. `on_ready` is called with the port once connections are accepted. Throws
// CannotListen (server/http.h), whose words name the port, where it is in use.
void serve(actions::Context& context, const ServeOptions& options, std::stop_token stop,
           const std::function<void(int port)>& on_ready);

}  // namespace kontor::server
