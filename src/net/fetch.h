#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "net/post.h"

namespace kontor::net {

struct Fetched {
  int status = 0;      // of HTTP; 0: there was no whole answer
  std::string body;    // of any status
  std::string reason;  // why not, in English: "address_refused", "too_large", the library's words
};

// Asks `address` (http or https, certificates checked) with these headers: a GET, or where there is
// a form the POST of it, encoded already. No redirects, ten seconds and 512 KiB at most.
Fetched fetch(const std::string& address,
              const std::vector<std::pair<std::string, std::string>>& headers,
              const std::optional<std::string>& form, Reachable reachable);

}  // namespace kontor::net
