#include "actions/api_tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/accounts.h"
#include "actions/world.h"

namespace kontor::actions {

namespace {

class ApiTokens : public testing::Test {
 protected:
  ApiTokens() {
    world.put(small_mission());
    NewAccount wanted;
    wanted.mail = "dir@example.org";
    wanted.acting.role = mission::Role::Director;
    account = add_account(world.context, reader("coordinator"), wanted).value();
    session = find_session(world.context, create_session(world.context, account.acting,
                                                         SignIn{account.id, "mail", "", ""}))
                  .value();
  }
  World world;
  store::Account account;
  Session session;
};

TEST_F(ApiTokens, ActAsTheirOwnerUntilTheyEnd) {
  const auto made = add_api_token(world.context, session, {"Report", TokenScope::Read, 2, "1"});
  ASSERT_TRUE(made);
  EXPECT_FALSE(made->kept.token_hash.contains(made->token));
  const auto found = find_api_token(world.context, made->token);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->session.acting, account.acting);
  EXPECT_EQ(found->session.account, "") << "a token keeps no sign-in of its own";
  EXPECT_EQ(found->scope, TokenScope::Read);
  EXPECT_EQ(own_api_tokens(world.context, session).at(0).used_at, world.now);
  world.now += std::chrono::days(2);
  EXPECT_FALSE(find_api_token(world.context, made->token));
}

TEST_F(ApiTokens, EndWhenTheirOwnerOrTheOfficeSaysSoAndWithTheAccount) {
  const auto make = [&] {
    return add_api_token(world.context, session, {"n", TokenScope::Write, 9, "1"}).value();
  };
  const MadeToken first = make(), second = make(), third = make();
  EXPECT_TRUE(remove_api_token(world.context, session, first.kept.id));
  EXPECT_FALSE(remove_api_token(world.context, session, first.kept.id));
  const mission::Acting& office = reader("coordinator");
  EXPECT_FALSE(
      remove_api_token_of(world.context, reader("protocol"), account.mail, second.kept.id));
  EXPECT_TRUE(remove_api_token_of(world.context, office, account.mail, second.kept.id));
  EXPECT_TRUE(find_api_token(world.context, third.token));
  ASSERT_TRUE(end_account(world.context, office, account.id));
  for (const std::string& token : {first.token, second.token, third.token, std::string("kontor_")})
    EXPECT_FALSE(find_api_token(world.context, token));
}

TEST_F(ApiTokens, AreForPeopleWithAnAccountNamedAndOfALimitedTimeAndNumber) {
  EXPECT_FALSE(add_api_token(world.context, {}, {"n", TokenScope::Read, 9, "1"}));
  const auto refused = add_api_token(world.context, session, {"", TokenScope::Read, 367, "1"});
  ASSERT_FALSE(refused);
  EXPECT_EQ(std::get<base::Issues>(refused.error()).size(), 2U);
  for (int i = 0; i < 20; ++i)
    ASSERT_TRUE(add_api_token(world.context, session, {"n", TokenScope::Read, 9, "1"}));
  const auto more = add_api_token(world.context, session, {"n", TokenScope::Read, 9, "1"});
  ASSERT_FALSE(more);
  EXPECT_EQ(std::get<Conflict>(more.error()).code, "too_many_tokens");
}

TEST(TokenScopes, NeverReachWhatIsForPeopleAlone) {
  for (const auto scope : {TokenScope::Read, TokenScope::Write}) {
    for (const std::string verb :
         {"manage_accounts", "keep_own_sign_in", "keep_sensitive", "view_as"})
      EXPECT_FALSE(may_by_token(scope, verb, Access::Reads)) << verb;
    EXPECT_TRUE(may_by_token(scope, "read_mission", Access::Reads));
    EXPECT_EQ(may_by_token(scope, "publish_plan", Access::Changes), scope == TokenScope::Write);
  }
}

}  // namespace

}  // namespace kontor::actions
