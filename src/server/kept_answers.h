#pragma once
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/time.h"
#include "server/web.h"

namespace kontor::server {

// Whole answers to signed-in readers' requests for pages. They hold for one version of the database
// (actions::data_version): with the first commit of anybody, be it the end of a session in another
// process, all are forgotten, so nothing is answered that would not be answered anew. Thread safe.
class KeptAnswers {
 public:
  explicit KeptAnswers(std::size_t capacity_bytes) : capacity_bytes_(capacity_bytes) {}

  struct Kept {
    Response response;  // its headers in more_headers
    std::string route;  // its pattern
    base::Instant until{};
  };

  // The answer to `request`; null where none is kept for that version and still so at `now`.
  std::shared_ptr<const Kept> find(const Request& request, std::int64_t version, base::Instant now);
  // Keeps the answer, if it says that it may be. `version` was asked for before it was made.
  void keep(const Request& request, std::int64_t version, const Response& response,
            std::string route);

 private:
  void forget_all();

  std::size_t capacity_bytes_;
  std::mutex mutex_;
  std::int64_t version_ = 0;
  std::size_t bytes_ = 0;
  std::unordered_map<std::string, std::shared_ptr<const Kept>> by_key_;
};

}  // namespace kontor::server
