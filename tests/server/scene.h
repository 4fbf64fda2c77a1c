#pragma once
#include <string>

#include "actions/world.h"
#include "server/application.h"

namespace kontor::server::test {

// The small mission of tests/actions with its published plan, served without a network.
class Scene {
 public:
  explicit Scene(Application::Options options = {});

  // The token of a session of that reader ("P1", "coordinator"); "" for "public".
  std::string sign_in(const std::string& reader);
  Response send(const std::string& method, const std::string& target, const std::string& token = "",
                const std::string& body = "", Headers headers = {});
  Response get(const std::string& target, const std::string& token = "", Headers headers = {}) {
    return send("GET", target, token, "", std::move(headers));
  }
  Response post(const std::string& target, const std::string& token = "",
                const std::string& body = "", Headers headers = {}) {
    return send("POST", target, token, body, std::move(headers));
  }

  actions::World world;
  Application application;
};

// The value of a header of an answer, "" where it is not set.
std::string header(const Response& response, const std::string& name);

}  // namespace kontor::server::test
