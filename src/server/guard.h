#pragma once
#include <string_view>

#include "server/web.h"

namespace kontor::server {

// Whether a browser sent `request` for a page of another site: unsafe methods are refused then.
// Judged by Sec-Fetch-Site, else by Origin against Host; programs that send neither pass, since no
// browser lends them a cookie.
bool is_from_another_site(const Request& request);

// GET and HEAD change nothing.
bool is_safe(std::string_view method);

// Adds what every answer carries: no sniffing, no framing, no referrer to others, and a content
// security policy that allows the application's own files and nothing inline.
void add_security_headers(Response& response);

}  // namespace kontor::server
