#pragma once
#include <string>

#include "server/web.h"

namespace kontor::server {

// The lines of HTTP/1.1 of the status, the headers, and the media type and length of the body, each
// with its end; without Date, Connection and the empty line.
std::string status_line_of(int status);
std::string header_lines_of(const Response& response);

// All that stands before the body of an answer.
std::string head_of(const Response& response, bool keep_alive);

}  // namespace kontor::server
