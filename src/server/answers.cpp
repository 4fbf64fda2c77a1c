#include "server/answers.h"

namespace kontor::server {

std::optional<Response> refused_unless_json(const Request& request) {
  if (!lower(request.header("content-type")).starts_with("application/json"))
    return problem(request, 415, "unsupported_media_type");
  return std::nullopt;
}

std::string network_of(std::string_view address) {
  const bool six = address.contains(':');
  const char separator = six ? ':' : '.';
  const int parts = six ? 4 : 3;
  std::size_t end = 0;
  for (int i = 0; i < parts && end != address.npos; ++i)
    end = address.find(separator, i == 0 ? 0 : end + 1);
  return std::string(address.substr(0, end));
}

}  // namespace kontor::server
