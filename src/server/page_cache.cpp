#include "server/page_cache.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "server/compress.h"
#include "server/conditional.h"

namespace kontor::server {

namespace {
constexpr std::size_t worth_compressing = 1024;
}

Page page_of(std::string body) {
  Page page;
  page.etag = base::sha256(body).substr(0, 32);
  if (body.size() >= worth_compressing) page.gzip = std::make_shared<const std::string>(gzip(body));
  page.raw = std::make_shared<const std::string>(std::move(body));
  return page;
}

Response respond(const Request& request, const Page& page, std::string type) {
  Response response;
  response.type = std::move(type);
  response.headers.emplace_back("Cache-Control", "private, no-cache");
  response.headers.emplace_back("Vary", "Accept-Encoding, Cookie");
  const bool compressed = page.gzip && accepts(request.header("accept-encoding"), "gzip");
  response.shared_body = compressed ? page.gzip : page.raw;
  if (compressed) response.headers.emplace_back("Content-Encoding", "gzip");
  return with_etag(request, std::move(response),
                   fmt::format("\"{}{}\"", page.etag, compressed ? "-gz" : ""));
}

std::shared_ptr<const Page> PageCache::get(
    const std::string& key, const std::function<std::optional<std::string>()>& make) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = by_key_.find(key); found != by_key_.end()) {
      entries_.splice(entries_.begin(), entries_, found->second);
      return found->second->page;
    }
  }
  std::optional<std::string> body = make();
  if (!body) return nullptr;
  const auto page = std::make_shared<const Page>(page_of(std::move(*body)));
  const std::lock_guard lock(mutex_);
  if (by_key_.contains(key)) return page;
  entries_.push_front({key, page});
  by_key_[key] = entries_.begin();
  bytes_ += page->bytes();
  while (bytes_ > capacity_bytes_ && entries_.size() > 1) {
    bytes_ -= entries_.back().page->bytes();
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }
  return page;
}

}  // namespace kontor::server
