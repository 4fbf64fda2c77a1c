#pragma once
#include <string>
#include <utility>
#include <vector>

namespace kontor::net {

// Which addresses may be asked. A name is judged by what it resolves to, at the moment of the
// connection, so that no name leads inside by resolving anew.
enum class Reachable { Public, Any };

struct Posted {
  int status = 0;      // of HTTP; 0: there was no answer
  std::string reason;  // why not, in English: "address_refused", or the library's words
};

// Sends `body` as JSON to `address` (http or https, certificates checked) with these headers; no
// redirects, ten seconds at most, and no more than the head of the answer is read.
Posted post_json(const std::string& address, const std::string& body,
                 const std::vector<std::pair<std::string, std::string>>& headers,
                 Reachable reachable);

}  // namespace kontor::net
