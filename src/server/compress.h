#pragma once
#include <string>
#include <string_view>

namespace kontor::server {

// `bytes` in the gzip format (RFC 1952), without a time in it: equal bytes give equal results.
std::string gzip(std::string_view bytes);

// Whether a client that sent this Accept-Encoding header takes `coding` ("gzip", "br").
bool accepts(std::string_view accept_encoding, std::string_view coding);

}  // namespace kontor::server
