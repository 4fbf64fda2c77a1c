#include "server/kept_answers.h"

#include "server/head.h"

namespace kontor::server {

namespace {

constexpr std::string_view session_cookie = "kontor_session";

// All of a request that the answer with a page depends on; empty for requests of another kind.
std::string key_of(const Request& request) {
  if (request.method != "GET" || !request.query.empty()) return {};
  const std::string_view token = request.cookie(session_cookie);
  if (token.empty() || !request.header("authorization").empty()) return {};
  std::string key;
  for (const std::string_view part :
       {token, request.header("if-none-match"), request.header("accept-encoding")})
    key.append(part).append(1, '\n');  // which no header has
  return key.append(request.path);
}

}  // namespace

void KeptAnswers::forget_all() {
  by_key_.clear();
  bytes_ = 0;
}

std::shared_ptr<const KeptAnswers::Kept> KeptAnswers::find(const Request& request,
                                                           std::int64_t version,
                                                           base::Instant now) {
  const std::string key = key_of(request);
  if (key.empty()) return nullptr;
  const std::lock_guard lock(mutex_);
  if (version != version_) return nullptr;
  const auto found = by_key_.find(key);
  return found == by_key_.end() || found->second->until <= now ? nullptr : found->second;
}

void KeptAnswers::keep(const Request& request, std::int64_t version, const Response& response,
                       std::string route) {
  if (response.same_until == base::Instant{} || response.stream) return;
  const std::string key = key_of(request);
  if (key.empty()) return;
  auto kept = std::make_shared<Kept>(Kept{response, std::move(route), response.same_until});
  kept->response.more_headers = std::make_shared<const std::string>(header_lines_of(response));
  kept->response.headers.clear();
  kept->response.type.clear();
  const std::size_t size = key.size() + 1024 + response.bytes().size();
  const std::lock_guard lock(mutex_);
  if (version < version_) return;
  if (version > version_ || bytes_ + size > capacity_bytes_) forget_all();
  version_ = version;
  if (by_key_.insert_or_assign(key, std::move(kept)).second) bytes_ += size;
}

}  // namespace kontor::server
