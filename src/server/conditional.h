#pragma once
#include <string>

#include "server/web.h"

namespace kontor::server {

// `response` with its ETag; an empty 304 where the request's If-None-Match names that tag (RFC
// 9110, section 13.1.2: weak comparison). `etag` has its quotes.
Response with_etag(const Request& request, Response response, std::string etag);

}  // namespace kontor::server
