#include "server/head.h"

#include <boost/beast/http/status.hpp>
#include <ctime>
#include <fmt/chrono.h>
#include <fmt/format.h>

namespace kontor::server {

namespace {

// Made once a second by each thread.
const std::string& date_line() {
  thread_local std::time_t made_at = -1;
  thread_local std::string line;
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  if (now != made_at) {
    line = fmt::format("Date: {:%a, %d %b %Y %H:%M:%S} GMT\r\n", fmt::gmtime(now));
    made_at = now;
  }
  return line;
}

void add_line(std::string& lines, std::string_view name, std::string_view value) {
  lines.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

std::string status_line_of(int status) {
  namespace http = boost::beast::http;
  const auto reason = http::obsolete_reason(http::int_to_status(static_cast<unsigned>(status)));
  return fmt::format("HTTP/1.1 {} {}\r\n", status, std::string_view(reason.data(), reason.size()));
}

std::string header_lines_of(const Response& response) {
  std::string lines;
  for (const auto& [name, value] : response.headers) add_line(lines, name, value);
  if (!response.type.empty()) add_line(lines, "Content-Type", response.type);
  if (response.more_headers) return lines + *response.more_headers;
  if (!response.stream && response.status != 304 && response.status != 204)
    add_line(lines, "Content-Length", std::to_string(response.bytes().size()));
  return lines;
}

std::string head_of(const Response& response, bool keep_alive) {
  std::string head = status_line_of(response.status);
  head.reserve(1024);
  head.append(date_line()).append(header_lines_of(response));
  return head.append(keep_alive ? "\r\n" : "Connection: close\r\n\r\n");
}

}  // namespace kontor::server
