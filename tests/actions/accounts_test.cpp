#include "actions/accounts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/outbox.h"
#include "actions/sessions.h"
#include "actions/sign_in_by_mail.h"
#include "actions/world.h"
#include "store/changes.h"
#include "store/sign_in_tries.h"

namespace kontor::actions {

namespace {

using mission::Role;

NewAccount delegate(const std::string& mail, const std::string& person = "P1") {
  NewAccount wanted;
  wanted.mail = mail;
  wanted.acting.role = Role::Delegate;
  wanted.acting.person.value = person;
  return wanted;
}

std::string conflict_of(const auto& outcome) {
  if (outcome || !std::holds_alternative<Conflict>(outcome.error())) return "none";
  return std::get<Conflict>(outcome.error()).code;
}

class Accounts : public testing::Test {
 protected:
  Accounts() {
    world.put(small_mission());
    world.put(small_plan());
  }
  World world;
  const mission::Acting office = reader("coordinator");
};

TEST_F(Accounts, TakeOrganisationAndNameFromTheirPerson) {
  const auto account = add_account(world.context, office, delegate(" Ann@Example.org "));
  ASSERT_TRUE(account);
  EXPECT_EQ(account->mail, "ann@example.org");
  EXPECT_EQ(account->acting.organisation.value, "O1");
  EXPECT_EQ(account->acting.name, "Given Family P1");
  EXPECT_THAT(*list_accounts(world.context, office), testing::ElementsAre(*account));
}

TEST_F(Accounts, AreTheOfficesAlone) {
  for (const auto& [name, acting] : readers()) {
    const bool made =
        add_account(world.context, acting, delegate(name + "@example.org")).has_value();
    EXPECT_EQ(made, name == "coordinator") << name;
    EXPECT_EQ(list_accounts(world.context, acting).has_value(), name == "coordinator") << name;
    EXPECT_EQ(end_account(world.context, acting, name + "@example.org").has_value(),
              name == "coordinator")
        << name;
  }
}

TEST_F(Accounts, RefuseEveryFaultAtOnceAndAnAddressTwice) {
  NewAccount wanted = delegate("no address", "nobody");
  const auto refused = add_account(world.context, office, wanted);
  ASSERT_FALSE(refused);
  EXPECT_EQ(std::get<base::Issues>(refused.error()).size(), 2U);
  ASSERT_TRUE(add_account(world.context, office, delegate("ann@example.org")));
  EXPECT_EQ(conflict_of(add_account(world.context, office, delegate("ANN@example.org", "P2"))),
            "mail_taken");
}

TEST_F(Accounts, MailAddressesAreThoseThatALetterCanBeSentTo) {
  for (const std::string good : {"a@b.be", "ann.o'neill+kontor@ex-ample.org"})
    EXPECT_TRUE(parse_mail(good)) << good;
  for (const std::string bad : {"", "a", "@b.be", "a@", "a@b@c", "a b@c.be", "a@b.be\r\nBcc: x@y.z",
                                "a@b..be", "a@.be", "-a@b.be", "<a@b.be>", "a@b.be,c@d.be"})
    EXPECT_FALSE(parse_mail(bad)) << bad;
}

class SignInByMail : public Accounts {
 protected:
  SignInByMail() {
    account = add_account(world.context, office, delegate("ann@example.org")).value();
  }
  BegunSignIn begin(const std::string& mail = "ann@example.org") {
    return begin_sign_in(world.context, mail, "10.0.0").value();
  }
  store::Account account;
};

TEST_F(SignInByMail, TheCodeSignsInOnceInItsBrowser) {
  const BegunSignIn begun = begin();
  ASSERT_TRUE(begun.account);
  EXPECT_EQ(conflict_of(sign_in_by_code(world.context, begin().browser_token, begun.code, {})),
            "wrong_code")
      << "another browser";
  std::string typed = begun.code;
  for (char& c : typed)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  const auto token = sign_in_by_code(world.context, begun.browser_token, " " + typed, {});
  ASSERT_TRUE(token);
  const auto session = find_session(world.context, *token);
  ASSERT_TRUE(session);
  EXPECT_EQ(session->acting, account.acting);
  EXPECT_EQ(conflict_of(sign_in_by_code(world.context, begun.browser_token, begun.code, {})),
            "wrong_code")
      << "used up";
  EXPECT_EQ(conflict_of(sign_in_by_link(world.context, begun.link_token, {})), "wrong_code");
}

TEST_F(SignInByMail, TheLinkSignsInOnceInAnyBrowser) {
  const BegunSignIn begun = begin();
  ASSERT_TRUE(sign_in_by_link(world.context, begun.link_token, {}));
  EXPECT_EQ(conflict_of(sign_in_by_link(world.context, begun.link_token, {})), "wrong_code");
  EXPECT_EQ(conflict_of(sign_in_by_code(world.context, begun.browser_token, begun.code, {})),
            "wrong_code");
}

TEST_F(SignInByMail, CodesEndAfterTwentyMinutesAndFiveTries) {
  const BegunSignIn old = begin();
  world.now += SignInLimits::good_for;
  EXPECT_EQ(conflict_of(sign_in_by_code(world.context, old.browser_token, old.code, {})),
            "wrong_code");
  const BegunSignIn begun = begin();
  for (int i = 0; i < SignInLimits::tries; ++i)
    EXPECT_FALSE(sign_in_by_code(world.context, begun.browser_token, "2222-2222", {}));
  EXPECT_EQ(conflict_of(sign_in_by_code(world.context, begun.browser_token, begun.code, {})),
            "wrong_code");
}

TEST_F(SignInByMail, NobodyCanTellWhetherAnAddressHasAnAccount) {
  for (int i = 0; i < SignInLimits::of_mail_an_hour; ++i) {
    EXPECT_TRUE(begin("ann@example.org").account);
    const BegunSignIn other = begin("eve@example.org");
    EXPECT_FALSE(other.account);
    EXPECT_EQ(conflict_of(sign_in_by_code(world.context, other.browser_token, other.code, {})),
              "wrong_code");
    EXPECT_EQ(conflict_of(sign_in_by_link(world.context, other.link_token, {})), "wrong_code");
  }
  for (const std::string mail : {"ann@example.org", "eve@example.org"})
    EXPECT_EQ(conflict_of(begin_sign_in(world.context, mail, "10.9.9")), "too_many_tries") << mail;
  world.now += std::chrono::hours(1);
  EXPECT_TRUE(begin_sign_in(world.context, "ann@example.org", "10.9.9"));
}

TEST_F(SignInByMail, OneNetworkAsksOnlySoOften) {
  for (int i = 0; i < SignInLimits::of_network_an_hour; ++i)
    ASSERT_TRUE(begin_sign_in(world.context, "m" + std::to_string(i) + "@example.org", "10.0.0"));
  EXPECT_EQ(conflict_of(begin_sign_in(world.context, "ann@example.org", "10.0.0")),
            "too_many_tries");
  EXPECT_TRUE(begin_sign_in(world.context, "ann@example.org", "10.0.1"));
}

TEST_F(SignInByMail, TheDatabaseHoldsNeitherCodeNorLinkNorToken) {
  const BegunSignIn begun = begin();
  const auto token = sign_in_by_link(world.context, begin().link_token, {}).value();
  std::string all;
  for (const std::string table : {"sign_in_try", "signed_in", "change"})
    world.store.read([&](sql::Connection& connection) {
      sql::Query query = connection.query("SELECT * FROM " + table);
      while (query.step())
        for (int i = 0; i < query.columns(); ++i) all += query.optional_text(i).value_or("") + "|";
    });
  ASSERT_THAT(all, testing::HasSubstr("10.0.0"));
  for (const std::string& secret : {begun.code, begun.link_token, begun.browser_token, token})
    EXPECT_THAT(all, testing::Not(testing::HasSubstr(secret)));
  EXPECT_THAT(all, testing::Not(testing::HasSubstr("ann@example.org")));
}

TEST_F(SignInByMail, EndingTheAccountEndsItsSessions) {
  const auto token = sign_in_by_link(world.context, begin().link_token, {}).value();
  ASSERT_TRUE(end_account(world.context, office, "ann@example.org"));
  EXPECT_FALSE(find_session(world.context, token));
  EXPECT_FALSE(begin().account);
}

class OwnSessions : public SignInByMail {
 protected:
  std::string sign_in(const std::string& former = "") {
    return sign_in_by_link(world.context, begin().link_token, {"Firefox", former}).value();
  }
};

TEST_F(OwnSessions, AreListedAndEndedByTheirOwnerAlone) {
  const std::string one = sign_in(), two = sign_in();
  const Session session = find_session(world.context, one).value();
  ASSERT_EQ(own_sessions(world.context, session).size(), 2U);
  const std::string id = find_session(world.context, two)->id;
  Session other = session;
  other.account = "another";
  EXPECT_FALSE(end_own_session(world.context, other, id));
  EXPECT_TRUE(end_own_session(world.context, session, id));
  EXPECT_FALSE(find_session(world.context, two));
  EXPECT_TRUE(find_session(world.context, one));
}

TEST_F(OwnSessions, SigningInAgainEndsTheFormerSession) {
  const std::string one = sign_in();
  const std::string two = sign_in(one);
  EXPECT_NE(one, two);
  EXPECT_FALSE(find_session(world.context, one));
  EXPECT_TRUE(find_session(world.context, two));
}

TEST_F(OwnSessions, EndWhenUnusedAndInAnyCase) {
  const Lifetime guest = lifetime_of(Role::Delegate);
  const std::string unused = sign_in(), used = sign_in();
  for (auto passed = std::chrono::seconds(0); passed < guest.absolute; passed += guest.idle / 2) {
    EXPECT_TRUE(find_session(world.context, used));
    world.now += guest.idle / 2;
    if (passed + guest.idle / 2 == guest.idle) {
      EXPECT_FALSE(find_session(world.context, unused));
    }
  }
  EXPECT_FALSE(find_session(world.context, used)) << "after its absolute end";
  EXPECT_LT(lifetime_of(Role::Coordinator).idle, guest.idle);
}

TEST_F(Accounts, CoordinatorsLookAsOthersAndOnlyLook) {
  const std::string token = create_session(world.context, office);
  ASSERT_TRUE(view_as(world.context, token, {Role::Adviser, {"FI"}, {}, {}, ""}));
  auto session = find_session(world.context, token).value();
  EXPECT_TRUE(session.viewing);
  EXPECT_EQ(session.acting.role, Role::Adviser);
  EXPECT_EQ(session.acting.agency.value, "FI");
  EXPECT_EQ(session.own, office);
  ASSERT_TRUE(end_view_as(world.context, token));
  session = find_session(world.context, token).value();
  EXPECT_FALSE(session.viewing);
  EXPECT_EQ(session.acting, office);
  const auto log = world.store.read([&](sql::Connection& connection) {
    return store::read_changes(connection, {"small"}, 1000, 10);
  });
  ASSERT_EQ(log.size(), 1U);
  EXPECT_EQ(log[0].verb, "view_as");
  EXPECT_EQ(log[0].subject, "role/adviser");
  EXPECT_FALSE(view_as(world.context, token, {Role::Adviser, {"none"}, {}, {}, ""}));
  for (const auto& [name, acting] : readers())
    if (name != "coordinator" && name != "public") {
      EXPECT_FALSE(view_as(world.context, create_session(world.context, acting),
                           {Role::Press, {}, {}, {}, ""}))
          << name;
    }
}

}  // namespace

}  // namespace kontor::actions
