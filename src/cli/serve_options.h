#pragma once
#include "net/post.h"
#include "server/serve.h"

namespace CLI {
class App;
}

namespace kontor::cli {

// Adds the options that say how to serve; `options` must outlive the parsing.
void add_serve_options(CLI::App& verb, server::ServeOptions& options);

// Sends webhooks over the network, as these options allow.
actions::PostWebhook webhook_sender(const server::ServeOptions& options);

// Asks other servers, as far as they may be reached.
actions::Fetch fetcher(net::Reachable reachable);
// Asks identity providers, as these options allow.
actions::Fetch provider_fetcher(const server::ServeOptions& options);

}  // namespace kontor::cli
