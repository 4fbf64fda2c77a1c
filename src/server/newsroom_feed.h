#pragma once
#include <string>
#include <vector>

#include "actions/releases.h"
#include "base/text.h"

namespace kontor::server {

// The releases that are out as an Atom feed (RFC 4287) in one language, with their languages'
// titles where that one has none. `address` is the server's.
std::string newsroom_feed_text(const std::vector<actions::NewsItem>& news,
                               const base::Text& mission, const std::string& address,
                               base::Language language);

}  // namespace kontor::server
