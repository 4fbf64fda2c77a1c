#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/web.h"

namespace kontor::server {

// Finds the handler of a request by its method and the segments of its path. A `{name}` in a
// pattern stands for one segment that is not empty; a fixed word wins over it.
class Router {
 public:
  using Handler = std::function<Response(const Request&)>;

  void add(std::string method, std::string_view pattern, Handler handler);

  struct Match {
    const Handler* handler = nullptr;  // null: no such path, or not that method
    std::vector<std::string> allowed;  // methods of the path; empty: no such path
    std::map<std::string, std::string> parameters;
    std::string pattern;
  };
  // HEAD finds the handler of GET.
  Match find(std::string_view method, std::string_view path) const;

 private:
  struct Entry {
    std::string method;
    std::string pattern;
    std::vector<std::string> segments;
    Handler handler;
  };
  std::vector<Entry> entries_;
};

}  // namespace kontor::server
