#include "server/http_parser.h"

namespace kontor::server {

namespace http = boost::beast::http;

int status_of(const boost::system::error_code& error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
  return error == http::error::body_limit ? 413 : 400;
}

bool wants_continue(Parser& parser) {
  return parser.is_header_done() &&
         lower(std::string(parser.get()[http::field::expect])) == "100-continue";
}

std::optional<Request> request_of(Parser& parser) {
  auto& message = parser.get();
  auto target = parse_target(std::string(message.target()));
  if (!target || (message.version() == 11 && message.count(http::field::host) != 1))
    return std::nullopt;
  Request request{std::string(message.method_string()),
                  std::move(target->path),
                  std::move(target->query),
                  {},
                  std::move(message.body()),
                  {},
                  {}};
  for (const auto& field : message)
    request.headers.emplace_back(lower(std::string(field.name_string())),
                                 std::string(field.value()));
  return request;
}

}  // namespace kontor::server
