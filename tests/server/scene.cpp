#include "server/scene.h"

#include "actions/sessions.h"

namespace kontor::server::test {

Scene::Scene(Application::Options options) : application(world.context, std::move(options)) {
  world.put(actions::small_mission());
  world.put(actions::small_plan());
}

std::string Scene::sign_in(const std::string& reader) {
  return reader == "public" ? "" : actions::create_session(world.context, actions::reader(reader));
}

Response Scene::send(const std::string& method, const std::string& target, const std::string& token,
                     const std::string& body, Headers headers) {
  Request request;
  request.method = method;
  auto parsed = parse_target(target);
  request.path = parsed->path;
  request.query = parsed->query;
  request.body = body;
  request.headers = std::move(headers);
  request.headers.emplace_back("host", "kontor.test:8080");
  if (!token.empty()) request.headers.emplace_back("cookie", "kontor_session=" + token);
  if (!body.empty()) request.headers.emplace_back("content-type", "application/json");
  return application.answer(std::move(request));
}

std::string header(const Response& response, const std::string& name) {
  for (const auto& [key, value] : response.headers)
    if (lower(key) == name) return value;
  return "";
}

}  // namespace kontor::server::test
