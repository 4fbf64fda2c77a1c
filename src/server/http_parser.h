#pragma once
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>

#include "server/web.h"

// How http.cpp reads a request. Nobody else includes this.

namespace kontor::server {

using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

// The status that refuses what the parser does not take.
int status_of(const boost::system::error_code& error);
// Whether the client waits for a sign before it sends its body.
bool wants_continue(Parser& parser);
// The parsed request; nothing where its target or host is none.
std::optional<Request> request_of(Parser& parser);

}  // namespace kontor::server
