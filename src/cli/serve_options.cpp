#include "cli/serve_options.h"

#include <CLI/CLI.hpp>

#include "net/fetch.h"

namespace kontor::cli {

void add_serve_options(CLI::App& verb, server::ServeOptions& options) {
  options.requests_per_second = 50;
  verb.add_option("--port", options.port, "Serve on this port; 0 takes any free one")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  verb.add_option("--host", options.host, "Listen on this address of the machine")
      ->capture_default_str();
  verb.add_option("--requests-per-second", options.requests_per_second,
                  "Refuse what one session asks beyond this, or one address beyond a hundred times "
                  "it; 0: nothing")
      ->check(CLI::Range(0, 1'000'000))
      ->capture_default_str();
  verb.add_flag("--behind-proxy", options.behind_proxy,
                "Trust the last address of X-Forwarded-For: a proxy of ours wrote it");
  verb.add_flag("--log-requests", options.log_requests,
                "Log each request as a line of JSON on standard error");
  verb.add_flag("--webhooks-to-private-addresses", options.webhooks_to_private_addresses,
                "Deliver webhooks to this machine and private networks too");
  verb.add_flag("--providers-at-private-addresses", options.providers_at_private_addresses,
                "Ask identity providers on this machine and private networks too");
  verb.add_option("--operations-port", options.operations_port,
                  "Serve /metrics, /healthz and /readyz on this port of 127.0.0.1")
      ->check(CLI::Range(1, 65535));
}

actions::PostWebhook webhook_sender(const server::ServeOptions& options) {
  const auto reachable =
      options.webhooks_to_private_addresses ? net::Reachable::Any : net::Reachable::Public;
  return [reachable](const std::string& address, const std::string& body, const auto& headers) {
    const net::Posted posted = net::post_json(address, body, headers, reachable);
    return std::pair(posted.status, posted.reason);
  };
}

actions::Fetch fetcher(net::Reachable reachable) {
  return [reachable](const actions::FetchOrder& order) {
    net::Fetched fetched = net::fetch(order.address, order.headers, order.form, reachable);
    return actions::Fetched{fetched.status, std::move(fetched.body), std::move(fetched.reason)};
  };
}

actions::Fetch provider_fetcher(const server::ServeOptions& options) {
  return fetcher(options.providers_at_private_addresses ? net::Reachable::Any
                                                        : net::Reachable::Public);
}

}  // namespace kontor::cli
