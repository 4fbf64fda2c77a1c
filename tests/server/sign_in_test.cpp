// Passkeys and tokens through the door: cookies, statuses, and how far a token reaches.
#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "actions/accounts.h"
#include "actions/authenticator.h"
#include "actions/sign_in_by_mail.h"
#include "server/scene.h"

namespace kontor::server {
namespace {

using test::header;
using test::Scene;
using testing::HasSubstr;

class SignInByPasskey : public testing::Test {
 protected:
  store::Account invite(const std::string& mail, mission::Role role) {
    actions::NewAccount wanted;
    wanted.mail = mail;
    wanted.acting.role = role;
    return actions::add_account(scene.world.context, actions::reader("coordinator"), wanted)
        .value();
  }
  std::string by_mail(const std::string& mail) {
    const auto begun = actions::begin_sign_in(scene.world.context, mail, "10.0.0").value();
    return actions::sign_in_by_code(scene.world.context, begun.browser_token, begun.code, {})
        .value();
  }
  // The answer as JSON, and the value of the cookie of that name.
  static boost::json::object json_of(const Response& response) {
    return boost::json::parse(std::string(response.bytes())).as_object();
  }
  static std::string cookie_of(const Response& response, const std::string& name) {
    for (const auto& [key, value] : response.headers)
      if (key == "Set-Cookie" && value.starts_with(name + "="))
        return value.substr(name.size() + 1, value.find(';') - name.size() - 1);
    return {};
  }
  static std::string text_of(const actions::PasskeyAnswer& answer) {
    boost::json::object json{{"client_data", answer.client_data},
                             {"authenticator_data", answer.authenticator_data}};
    if (answer.credential.empty())
      json["name"] = "Laptop";
    else
      json["credential"] = answer.credential, json["signature"] = answer.signature;
    return boost::json::serialize(json);
  }
  // Asks at `begin`, and answers at `target` with the cookies that came.
  Response answer(const std::string& begin, const std::string& target, const std::string& session,
                  actions::PasskeyAnswer (actions::Authenticator::*how)(const actions::Ceremony&)
                      const) {
    const Response asked = scene.post(begin, session);
    actions::Ceremony ceremony{std::string(json_of(asked).at("challenge").as_string())};
    ceremony.origin = "https://kontor.example";
    const Headers cookies{{"cookie", "kontor_session=" + session +
                                         "; kontor_passkey=" + cookie_of(asked, "kontor_passkey")}};
    return scene.post(target, "", text_of((authenticator.*how)(ceremony)), cookies);
  }

  Scene scene{{.public_address = "https://kontor.example"}};
  actions::Authenticator authenticator;
};

TEST_F(SignInByPasskey, OfACoordinatorByMailOpensNothingBeforeAPasskey) {
  invite("office@example.org", mission::Role::Coordinator);
  const std::string waiting = by_mail("office@example.org");
  EXPECT_EQ(scene.get("/api/accounts", waiting).status, 403);
  EXPECT_EQ(scene.post("/api/view-as", waiting, R"({"role":"press"})").status, 403);
  EXPECT_THAT(std::string(scene.get("/api/session", waiting).bytes()),
              HasSubstr(R"("passkey":"make")"));
  const Response opened =
      answer("/api/passkeys/begin", "/api/passkeys", waiting, &actions::Authenticator::make);
  ASSERT_EQ(opened.status, 200) << opened.bytes();
  const std::string token = cookie_of(opened, "kontor_session");
  EXPECT_EQ(scene.get("/api/accounts", token).status, 200);
  EXPECT_EQ(scene.get("/api/accounts", waiting).status, 401) << "it was replaced";
  const std::string again = by_mail("office@example.org");
  EXPECT_THAT(std::string(scene.get("/api/session", again).bytes()),
              HasSubstr(R"("passkey":"show")"));
  EXPECT_EQ(scene.post("/api/passkeys/begin", again).status, 403);
  const Response shown = answer("/api/sign-in/passkey/begin", "/api/sign-in/passkey", again,
                                &actions::Authenticator::show);
  ASSERT_EQ(shown.status, 200) << shown.bytes();
  EXPECT_EQ(scene.get("/api/accounts", cookie_of(shown, "kontor_session")).status, 200);
}

class Tokens : public SignInByPasskey {
 protected:
  Response call(const std::string& method, const std::string& target, const std::string& token,
                const std::string& body = "") {
    return scene.send(method, target, "", body, {{"authorization", "Bearer " + token}});
  }
  // A token of a new account of that role.
  std::string token_of(mission::Role role, actions::TokenScope scope) {
    const std::string mail = std::string(mission::word(role)) + "@example.org";
    if (!known.contains(mail)) invite(mail, role);
    known.insert(mail);
    return actions::add_api_token_of(scene.world.context, actions::reader("coordinator"), mail,
                                     {"n", scope, 9})
        .value()
        .token;
  }
  std::set<std::string> known;
};

TEST_F(Tokens, ReachWhatTheirOwnersRoleReachesAndNothingThatIsForPeople) {
  using enum mission::Role;
  for (const auto role : {Press, Protocol, Coordinator, Director})
    for (const auto scope : {actions::TokenScope::Read, actions::TokenScope::Write}) {
      const std::string token = token_of(role, scope);
      const std::string session = scene.sign_in(std::string(mission::word(role)));
      for (const wire::Route& route : wire::routes) {
        if (route.name == "sign_out" || route.path.starts_with("/api/sign-in")) continue;
        std::string target(route.path);
        if (const auto at = target.find("{id}"); at != target.npos) target.replace(at, 4, "P1");
        const std::string method(route.method), body = method == "POST" ? "{}" : "";
        const auto access = method == "GET" ? actions::Access::Reads : actions::Access::Changes;
        const int status = call(method, target, token, body).status;
        if (!actions::may_by_token(scope, route.verb, access)) {
          EXPECT_EQ(status, 403) << route.name << " as " << mission::word(role);
        } else if (const int own = scene.send(method, target, session, body).status; own == 403) {
          EXPECT_EQ(status, 403) << route.name << " as " << mission::word(role);
        } else {
          EXPECT_NE(status, 401) << route.name << " as " << mission::word(role);
        }
      }
    }
}

TEST_F(Tokens, ThatAreUnknownOrEndedAreRefusedAndNeverTakenForNobody) {
  const std::string token = token_of(mission::Role::Director, actions::TokenScope::Read);
  EXPECT_EQ(call("GET", "/api/changes", token).status, 200);
  EXPECT_EQ(call("GET", "/api/mission", "kontor_0").status, 401);
  scene.world.now += std::chrono::days(9);
  const Response ended = call("GET", "/api/mission", token);
  EXPECT_EQ(ended.status, 401);
  EXPECT_THAT(header(ended, "www-authenticate"), HasSubstr("Bearer"));
}

TEST_F(Tokens, ArePinnedToTheVersionTheyWereMadeFor) {
  const std::string token = token_of(mission::Role::Director, actions::TokenScope::Read);
  const auto with = [&](const std::string& version) {
    return scene
        .get("/api/mission", "",
             {{"authorization", "Bearer " + token}, {"kontor-version", version}})
        .status;
  };
  EXPECT_EQ(with(std::string(actions::api_version)), 200);
  EXPECT_EQ(with("2"), 400);
  const auto other =
      actions::add_api_token_of(scene.world.context, actions::reader("coordinator"),
                                "director@example.org", {"old", actions::TokenScope::Read, 9, "0"});
  EXPECT_EQ(call("GET", "/api/mission", other->token).status, 400);
}

}  // namespace
}  // namespace kontor::server
