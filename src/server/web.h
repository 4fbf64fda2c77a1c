#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"
#include "server/event_stream.h"

namespace kontor::server {

using Headers = std::vector<std::pair<std::string, std::string>>;

// A request as it came in. Names of headers are in small letters; `path`, `query` and `parameters`
// are percent-decoded. Plain data: nothing of the network stands behind it.
struct Request {
  std::string method;
  std::string path;  // "/api/people/P-17", without the query
  std::map<std::string, std::string> query;
  Headers headers;
  std::string body;
  std::map<std::string, std::string> parameters;  // {id} of the route that it met
  std::string peer;                               // the network address of who sent it, "" unknown
  std::string id = {};                            // names it in the log; empty: nobody logs it

  // The first header of that name, "" where there is none.
  std::string_view header(std::string_view name) const;
  // The cookie of that name, "" where there is none.
  std::string_view cookie(std::string_view name) const;
};

// An answer. Its body is `body`, or `lasting_body` where that is set, which must live as long as
// the program. With `stream` the answer is a stream of events and has no other body.
struct Response {
  int status = 200;
  std::string type;  // media type; empty: no body
  std::string body;
  std::string_view lasting_body;
  std::shared_ptr<const std::string> shared_body;
  Headers headers;
  std::shared_ptr<const std::string> more_headers;  // as lines of HTTP, each with its end
  std::shared_ptr<EventStream> stream;
  // The same request gets the same answer until then while the database does not change; the past:
  // who knows.
  base::Instant same_until{};

  std::string_view bytes() const;
  // Whether a header of that name (any case) is set.
  bool has(std::string_view name) const;
};

// "/a%20b?x=1&y=" taken apart; nothing for malformed percent signs, bytes that are no UTF-8, NUL
// and paths that do not start with '/'.
struct Target {
  std::string path;
  std::map<std::string, std::string> query;
};
std::optional<Target> parse_target(std::string_view target);

// `text` in small letters, as far as ASCII goes.
std::string lower(std::string_view text);

}  // namespace kontor::server
