#include "actions/passwords.h"

#include <gtest/gtest.h>

#include "actions/accounts.h"
#include "actions/passkeys.h"
#include "actions/world.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

using mission::Role;

const std::string good_one = "seven bicycles on a roof";

std::string why_not(const auto& outcome) {
  if (outcome) return "good";
  if (const auto* conflict = std::get_if<Conflict>(&outcome.error())) return conflict->code;
  const auto* issues = std::get_if<base::Issues>(&outcome.error());
  return issues != nullptr && !issues->empty() ? issues->front().code : "other";
}

// A mission whose office turned passwords on, with one account of each of two roles.
struct Passwords : testing::Test {
  Passwords() {
    world.put(small_mission());
    world.put(small_plan());
    EXPECT_TRUE(set_password_use(world.context, reader("coordinator"), PasswordUse::On));
    delegate = session_for("p1@example.org", Role::Delegate, "P1");
  }
  Session session_for(const std::string& mail, Role role, const std::string& person) {
    NewAccount wanted;
    wanted.mail = mail;
    wanted.acting.role = role;
    wanted.acting.person.value = person;
    const auto account = add_account(world.context, reader("coordinator"), wanted).value();
    return session_of(
        create_session(world.context, account.acting, SignIn{account.id, "mail", "", ""}));
  }
  Session session_of(const std::string& token) {
    return find_session(world.context, token).value();
  }
  auto enter(const std::string& mail, const std::string& password) {
    return sign_in_by_password(world.context, mail, password, "10.0.0.0/24", {"", ""});
  }

  World world;
  Session delegate;
};

TEST_F(Passwords, TheOneThatWasSetSignsInAndNoOther) {
  ASSERT_TRUE(set_own_password(world.context, delegate, "", good_one));
  EXPECT_EQ(session_of(enter("P1@example.org", good_one).value()).acting.person.value, "P1");
  EXPECT_EQ(why_not(enter("p1@example.org", good_one + " ")), "wrong_password");
  EXPECT_EQ(why_not(enter("p1@example.org", "")), "wrong_password");
  EXPECT_EQ(why_not(enter("nobody@example.org", good_one)), "wrong_password");
  EXPECT_EQ(why_not(enter("", good_one)), "wrong_password");
}

TEST_F(Passwords, AreOffUnlessTheOfficeTurnsThemOnAndOffDeletesThem) {
  ASSERT_TRUE(set_own_password(world.context, delegate, "", good_one));
  EXPECT_FALSE(set_password_use(world.context, reader("P1"), PasswordUse::Off));
  ASSERT_TRUE(set_password_use(world.context, reader("coordinator"), PasswordUse::Off));
  EXPECT_EQ(why_not(enter("p1@example.org", good_one)), "no_passwords");
  EXPECT_EQ(why_not(set_own_password(world.context, delegate, "", good_one)), "no_passwords");
  ASSERT_TRUE(set_password_use(world.context, reader("coordinator"), PasswordUse::On));
  EXPECT_EQ(why_not(enter("p1@example.org", good_one)), "wrong_password");
  World fresh;
  fresh.put(small_mission());
  EXPECT_FALSE(has_passwords(fresh.context));
}

TEST_F(Passwords, HaveFifteenCharactersAndAreNotTheHoldersOwnName) {
  const auto set = [&](const std::string& password) {
    return why_not(set_own_password(world.context, delegate, "", password));
  };
  EXPECT_EQ(set("fourteen chars"), "password_length");
  EXPECT_EQ(set("ééééééééé"), "password_length") << "bytes are no characters";
  EXPECT_EQ(set(std::string(1025, 'x')), "password_length");
  EXPECT_EQ(set("\xFF fifteen bytes and more"), "password_length");
  EXPECT_EQ(set("aaaaaaaaaaaaaaaaaaaa"), "password_easy");
  EXPECT_EQ(set("my P1@Example.org mail"), "password_easy");
  EXPECT_EQ(set("fifteen chars ü"), "good");
}

TEST_F(Passwords, AreChangedWithTheOneBeforeWhichEndsOtherSessions) {
  ASSERT_TRUE(set_own_password(world.context, delegate, "", good_one));
  const std::string other = enter("p1@example.org", good_one).value();
  EXPECT_EQ(why_not(set_own_password(world.context, delegate, "wrong", "another long password")),
            "wrong_password");
  ASSERT_TRUE(find_session(world.context, other));
  ASSERT_TRUE(set_own_password(world.context, delegate, good_one, "another long password"));
  EXPECT_FALSE(find_session(world.context, other));
  EXPECT_EQ(why_not(enter("p1@example.org", good_one)), "wrong_password");
  ASSERT_TRUE(remove_own_password(world.context, delegate));
  EXPECT_FALSE(remove_own_password(world.context, delegate));
  EXPECT_EQ(why_not(enter("p1@example.org", "another long password")), "wrong_password");
}

TEST_F(Passwords, AreTriedTenTimesAnHourForAnAddressWithOrWithoutAccount) {
  for (const std::string mail : {"p1@example.org", "nobody@example.org"}) {
    for (int n = 0; n < PasswordLimits::of_mail_an_hour; ++n)
      EXPECT_EQ(why_not(enter(mail, "wrong")), "wrong_password");
    EXPECT_EQ(why_not(enter(mail, "wrong")), "too_many_tries");
  }
  world.now += std::chrono::hours(1);
  EXPECT_EQ(why_not(enter("p1@example.org", "wrong")), "wrong_password");
}

TEST_F(Passwords, OpenNothingByThemselvesForRolesThatNeedAPasskey) {
  const Session press = session_for("press@example.org", Role::Press, "");
  EXPECT_FALSE(set_own_password(world.context, press, "", good_one)) << "no right before a passkey";
}

TEST_F(Passwords, AreKeptAsHashesAndEndWithAReset) {
  ASSERT_TRUE(set_own_password(world.context, delegate, "", good_one));
  const auto kept = [&] {
    return world.store.read([&](sql::Connection& connection) {
      return store::find_account_of(connection, small_mission().id, "p1@example.org")
          ->password_hash;
    });
  };
  EXPECT_TRUE(kept().starts_with("$argon2id$v=19$m=65536,t=3,p=1$")) << kept();
  ASSERT_TRUE(reset_passkeys(world.context, reader("coordinator"), "p1@example.org"));
  EXPECT_EQ(kept(), "");
}

}  // namespace

}  // namespace kontor::actions
