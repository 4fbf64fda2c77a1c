// Hosts without an account: what their secret link shows and keeps.
#include "actions/host_links.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/outbox.h"
#include "actions/secrets.h"
#include "server/scene.h"

namespace kontor::server {
namespace {

using test::Scene;
using testing::HasSubstr;
using testing::Not;

// The small mission in which C2 is the host of A1, and a post that keeps what it gets.
struct Hosts : testing::Test {
  Hosts() { office = scene.sign_in("coordinator"); }

  Scene scene{
      {.public_address = "https://kontor.example", .send_mail = [this](const exchange::Mail& mail) {
         mails.push_back(mail);
         return refuse ? std::optional(actions::PostFailure{"not now"}) : std::nullopt;
       }}};
  std::vector<exchange::Mail> mails;
  bool refuse = false;
  std::string office;

  std::string send_invitation() {
    const auto added = scene.post("/api/host-links", office,
                                  R"({"activity":"A1","mail":"Host@example.org","name":"Ms Host",)"
                                  R"("language":"fr","days":30})");
    EXPECT_EQ(added.status, 200) << added.bytes();
    scene.application.post_room().work();
    EXPECT_THAT(std::string(scene.get("/api/letters", office).bytes()), HasSubstr("/host#····"));
    scene.post("/api/letters/send", office, R"({"numbers":[1,2,3,4,5,6,7,8,9]})");
    scene.application.post_room().work();
    return token_in(mails);
  }
  static std::string token_in(const std::vector<exchange::Mail>& mails) {
    for (const exchange::Mail& mail : mails)
      if (const auto at = mail.text.find("https://kontor.example/host#"); at != mail.text.npos)
        return mail.text.substr(at + 28, 64);
    return "";
  }
  Response page(const std::string& token) {
    return scene.post("/api/host/page", "", R"({"token":")" + token + "\"}");
  }
  Response reply(const std::string& token, const std::string& answer, int capacity = 12) {
    return scene.post("/api/host/answer", "",
                      R"({"token":")" + token + R"(","answer":")" + answer + R"(","capacity":)" +
                          std::to_string(capacity) +
                          R"(,"languages":["fr","en"],"times":"mornings","conditions":"badges"})");
  }
  std::string link_id() {
    return actions::list_host_links(scene.world.context, actions::reader("coordinator"))
        .value()
        .front()
        .link.id;
  }
};

TEST_F(Hosts, TheSecretIsInTheMailAloneAndOpensTheOneActivity) {
  const std::string token = send_invitation();
  ASSERT_EQ(token.size(), 64U);
  EXPECT_THAT(std::string(scene.get("/api/letters", office).bytes()), Not(HasSubstr(token)));
  const Response shown = page(token);
  EXPECT_EQ(shown.status, 200) << shown.bytes();
  const std::string text(shown.bytes());
  EXPECT_THAT(text, HasSubstr(R"("id":"A1")"));
  EXPECT_THAT(text, Not(HasSubstr("A2")));
  EXPECT_EQ(page(token).status, 200) << "looking uses up nothing";
  EXPECT_EQ(page(token.substr(0, 63) + "x").status, 404);
  EXPECT_EQ(page("").status, 404);
  EXPECT_EQ(scene.get("/host").status, scene.get("/sign-in").status) << "a page like any other";
}

TEST_F(Hosts, WhatTheySayIsKeptForTheOfficeUntilTheySayAnother) {
  const std::string token = send_invitation();
  EXPECT_EQ(reply(token, "accepted").status, 200);
  EXPECT_THAT(std::string(scene.get("/api/host-links", office).bytes()),
              HasSubstr(R"("answer":"accepted","capacity":12,"languages":["fr","en"])"));
  EXPECT_EQ(reply(token, "declined", 0).status, 200);
  EXPECT_THAT(std::string(page(token).bytes()), HasSubstr(R"("answer":"declined","capacity":0)"));
  EXPECT_EQ(reply(token, "perhaps").status, 422);
  EXPECT_EQ(reply(token, "accepted", -1).status, 422);
  EXPECT_EQ(reply("none", "accepted").status, 404);
}

TEST_F(Hosts, ALinkEndsByItsDayOrByTheOffice) {
  const std::string token = send_invitation();
  scene.world.now += std::chrono::days(30) - std::chrono::seconds(1);
  EXPECT_EQ(page(token).status, 200);
  scene.world.now += std::chrono::seconds(1);
  EXPECT_EQ(page(token).status, 404);
  EXPECT_EQ(reply(token, "accepted").status, 404);
  scene.world.now -= std::chrono::days(1);
  EXPECT_EQ(page(token).status, 200);
  office = scene.sign_in("coordinator");
  EXPECT_EQ(scene.post("/api/host-links/" + link_id() + "/end", office).status, 200);
  EXPECT_EQ(page(token).status, 404);
  EXPECT_FALSE(actions::draw_host_token(scene.world.context, link_id()));
}

TEST_F(Hosts, ALetterThatThePostDidNotTakeBringsAnotherSecretNextTime) {
  refuse = true;
  const std::string first = send_invitation();
  refuse = false;
  mails.clear();
  scene.world.now += std::chrono::minutes(2);
  scene.application.post_room().work();
  const std::string second = token_in(mails);
  EXPECT_NE(first, second);
  EXPECT_EQ(page(second).status, 200);
}

TEST_F(Hosts, OnlyActivitiesWithAHostAndGoodAddressesAreInvited) {
  const auto add = [&](const std::string& activity, const std::string& mail, int days) {
    return scene
        .post("/api/host-links", office,
              R"({"activity":")" + activity + R"(","mail":")" + mail +
                  R"(","name":"n","language":"en","days":)" + std::to_string(days) + "}")
        .status;
  };
  EXPECT_EQ(add("A1", "h@example.org", 366), 200);
  EXPECT_EQ(add("none", "h@example.org", 30), 422);
  EXPECT_EQ(add("A1", "no address", 30), 422);
  EXPECT_EQ(add("A1", "h@example.org", 367), 422);
}

// Two missions that differ in one secret. Who comes to them, and their names, are a host's to know.
TEST(HostSecrecy, TheHolderOfALinkLearnsNoSecretOfOthers) {
  for (const actions::Secret& secret : actions::secrets()) {
    std::vector<std::string> answers;
    for (const bool with : {false, true}) {
      mission::Mission mission = actions::small_mission();
      store::StoredPlan plan = actions::small_plan();
      if (with) secret.change(mission, plan);
      Scene scene;
      scene.world.put(mission);
      plan.plan.version = 2;
      scene.world.put(plan);
      const auto link = actions::add_host_link(scene.world.context, actions::reader("coordinator"),
                                               {"A1", "h@example.org", "H"});
      ASSERT_TRUE(link);
      const auto acting = actions::acting_of(scene.world.context, *link);
      ASSERT_TRUE(acting);
      const auto token = actions::draw_host_token(scene.world.context, link->id);
      const Response page =
          scene.post("/api/host/page", "", R"({"token":")" + token.value() + "\"}");
      answers.push_back(std::to_string(page.status) + std::string(page.bytes()));
    }
    const bool by_right = secret.name == "who_attends" || secret.name == "name_of_a_delegate";
    EXPECT_EQ(answers.at(0) != answers.at(1), by_right) << secret.name;
  }
}

}  // namespace
}  // namespace kontor::server
