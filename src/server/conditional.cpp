#include "server/conditional.h"

namespace kontor::server {

namespace {

bool matches(std::string_view if_none_match, std::string_view etag) {
  if (if_none_match == "*") return true;
  for (std::size_t at = if_none_match.find(etag); at != std::string_view::npos;
       at = if_none_match.find(etag, at + 1)) {
    const std::size_t end = at + etag.size();
    if (end == if_none_match.size() || if_none_match[end] == ',' || if_none_match[end] == ' ')
      return true;
  }
  return false;
}

}  // namespace

Response with_etag(const Request& request, Response response, std::string etag) {
  if (matches(request.header("if-none-match"), etag)) {
    response.status = 304;
    response.type.clear();
    response.body.clear();
    response.lasting_body = {};
    response.shared_body.reset();
  }
  response.headers.emplace_back("ETag", std::move(etag));
  return response;
}

}  // namespace kontor::server
