#pragma once
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kontor::actions {

struct FetchOrder {
  std::string address;
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::optional<std::string> form = {};  // a POST of it, encoded already; else a GET
};

struct Fetched {
  int status = 0;  // of HTTP; 0: there was no answer
  std::string body;
  std::string reason;  // why not, in English
};

// Asks another server, without following it elsewhere.
using Fetch = std::function<Fetched(const FetchOrder& order)>;

}  // namespace kontor::actions
