#pragma once
#include <optional>
#include <string>

#include "actions/rights.h"
#include "mission/acting.h"
#include "server/problems.h"
#include "server/web.h"
#include "wire/messages.h"

// What handlers of requests have in common.

namespace kontor::server {

// The answer of what changes something: never kept by anybody.
template <class Message>
Response answered(const Message& message) {
  Response response;
  response.type = "application/json";
  response.body = wire::to_json(message);
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

// A key of a message; an empty one is left out.
inline std::optional<std::string> unless_empty(const std::string& key) {
  return key.empty() ? std::nullopt : std::optional(key);
}

// Why a request is not even read: its body does not claim to be JSON; nothing: it does.
std::optional<Response> refused_unless_json(const Request& request);

// Near addresses count as one network: /24 of IPv4, /64 of IPv6.
std::string network_of(std::string_view address);

}  // namespace kontor::server
