#include "server/documented.h"

#include <boost/json.hpp>
#include <fstream>
#include <sstream>

#include "server/web.h"

namespace kontor::server::test {

namespace {

boost::json::object read_paths() {
  std::stringstream text;
  text << std::ifstream(KONTOR_SOURCE_DIR "/docs/openapi.json").rdbuf();
  return boost::json::parse(text.str()).at("paths").as_object();
}

}  // namespace

bool is_documented(std::string_view method, std::string_view path, int status) {
  static const boost::json::object paths = read_paths();
  const auto* found = paths.if_contains(path);
  if (found == nullptr || !found->as_object().contains(lower(method))) return false;
  const auto& responses = found->at(lower(method)).at("responses").as_object();
  const bool plain_problem = path == "/api/events" || path.starts_with("/feeds/");
  return responses.contains(std::to_string(status)) || (plain_problem && status >= 400);
}

}  // namespace kontor::server::test
