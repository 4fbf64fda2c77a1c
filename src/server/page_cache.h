#pragma once
#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "server/web.h"

namespace kontor::server {

// An answer's bytes as they go out.
struct Page {
  std::shared_ptr<const std::string> raw;
  std::shared_ptr<const std::string> gzip;  // null where it is no gain
  std::string etag;                         // of the bytes, without quotes

  std::size_t bytes() const { return raw->size() + (gzip ? gzip->size() : 0); }
};

Page page_of(std::string body);

// The answer with `page`, or 304, compressed where the client takes that.
Response respond(const Request& request, const Page& page, std::string type);

// Keeps the pages that were asked for last, up to a number of bytes. Thread safe. A key must name
// everything that its page depends on.
class PageCache {
 public:
  explicit PageCache(std::size_t capacity_bytes) : capacity_bytes_(capacity_bytes) {}

  // The page of `key`, made by `make` where it is not kept; null where `make` gives nothing.
  std::shared_ptr<const Page> get(const std::string& key,
                                  const std::function<std::optional<std::string>()>& make);

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const Page> page;
  };

  std::size_t capacity_bytes_;
  std::mutex mutex_;
  std::size_t bytes_ = 0;
  std::list<Entry> entries_;  // the one asked for last stands first
  std::unordered_map<std::string, std::list<Entry>::iterator> by_key_;
};

}  // namespace kontor::server
