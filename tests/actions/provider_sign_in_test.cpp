#include "actions/provider_sign_in.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/accounts.h"
#include "actions/identity_provider.h"
#include "actions/read_changes.h"
#include "actions/world.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

using mission::Role;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using Signing = TokenDraft::Signing;

const std::string page = "https://kontor.example/sign-in/provider";

std::string result_of(const auto& outcome) {
  if (outcome) return "good";
  const auto* conflict = std::get_if<Conflict>(&outcome.error());
  return conflict != nullptr ? conflict->code : "other";
}
std::string detail_of(const auto& outcome) {
  const auto* conflict = outcome ? nullptr : std::get_if<Conflict>(&outcome.error());
  return conflict != nullptr ? conflict->detail : "";
}

// A mission with a provider, and accounts for p1@example.org (delegate) and boss@example.org
// (coordinator).
struct At : testing::Test {
  At() {
    world.put(small_mission());
    world.put(small_plan());
    account("p1@example.org", Role::Delegate, "P1");
    account("boss@example.org", Role::Coordinator, "");
    provider = add({}).id;
  }

  void account(const std::string& mail, Role role, const std::string& person) {
    NewAccount wanted;
    wanted.mail = mail;
    wanted.acting.role = role;
    wanted.acting.person.value = person;
    ASSERT_TRUE(add_account(world.context, reader("coordinator"), wanted));
  }
  store::IdentityProvider add(const std::vector<std::string>& strong) {
    return add_provider(world.context, reader("coordinator"),
                        {"Example", MadeProvider::issuer, MadeProvider::client,
                         MadeProvider::secret, strong},
                        there.fetch())
        .value();
  }
  ProviderPlace place(const std::string& browser_token = {}) const {
    return {page, "10.0.0.0/24", browser_token, {"a browser", ""}};
  }

  // From the button to the answer, as an honest browser does it.
  Outcome<std::string> walk(const Session& session = {}) {
    there.now = world.now.time_since_epoch().count();
    begun = (session.account.empty() ? sign_in.begin(provider, place())
                                     : sign_in.begin_link(provider, session, place()))
                .value();
    answer = {parameter(begun.address, "state"), there.authorise(begun.address),
              MadeProvider::issuer};
    return sign_in.finish(answer, session, place(begun.browser_token));
  }
  Session session_of(const Outcome<std::string>& token) {
    return find_session(world.context, token.value()).value();
  }

  World world;
  MadeProvider there;
  ProviderSignIn sign_in{world.context, there.fetch()};
  std::string provider;
  BegunAtProvider begun;
  ProviderAnswer answer;
};

TEST_F(At, AVerifiedAddressOfAnAccountSignsInAndIsLinkedFromThenOn) {
  const Session session = session_of(walk());
  EXPECT_EQ(session.acting.person.value, "P1");
  EXPECT_EQ(session.way, "provider");
  EXPECT_THAT(own_provider_links(world.context, session), SizeIs(1));
  there.mail = "another@example.org";  // they married; the subject stays
  EXPECT_EQ(session_of(walk()).acting.person.value, "P1");
}

TEST_F(At, WhoIsNotInvitedGetsNoAccount) {
  const auto before = list_accounts(world.context, reader("coordinator")).value();
  there.mail = "nobody@example.org";
  EXPECT_EQ(result_of(walk()), "not_invited");
  there.mail = "p1@example.org";
  there.verified = false;
  EXPECT_EQ(result_of(walk()), "not_invited");
  there.mail = "";
  EXPECT_EQ(result_of(walk()), "not_invited");
  EXPECT_EQ(list_accounts(world.context, reader("coordinator")).value(), before);
}

TEST_F(At, AnAddressThatTheProviderGaveToSomebodyElseOpensNothing) {
  ASSERT_TRUE(walk());
  there.subject = "person-2";
  EXPECT_EQ(result_of(walk()), "linked_otherwise");
}

TEST_F(At, TheAddressMayComeFromTheUserInfoEndpoint) {
  there.mail_in_token = false;
  EXPECT_EQ(session_of(walk()).acting.person.value, "P1");
}

TEST_F(At, ForgedTokensOpenNothingAndTheLogSaysWhy) {
  using Forge = std::function<void(TokenDraft&)>;
  const auto claim = [](const std::string& name, const std::string& value) -> Forge {
    return [=](TokenDraft& draft) { draft.claims[name] = value; };
  };
  const auto without = [](const std::string& name) -> Forge {
    return [=](TokenDraft& draft) { draft.claims.erase(name); };
  };
  const auto algorithm = [](const std::string& name, Signing signing) -> Forge {
    return [=](TokenDraft& draft) {
      draft.header["alg"] = '"' + name + '"';
      draft.signing = signing;
    };
  };
  const std::int64_t now = world.now.time_since_epoch().count();
  const auto at = [&](std::int64_t seconds) { return std::to_string(now + seconds); };
  const std::vector<std::pair<std::string, Forge>> forged{
      {"issuer", claim("iss", R"("https://login.example.evil")")},
      {"audience", claim("aud", R"("another")")},
      {"audience", claim("aud", R"(["another"])")},
      {"audience", without("aud")},
      {"authorised_party", claim("aud", R"(["kontor","another"])")},
      {"authorised_party", claim("azp", R"("another")")},
      {"nonce", claim("nonce", R"("another")")},
      {"nonce", without("nonce")},
      {"expired", claim("exp", at(-61))},
      {"expired", without("exp")},
      {"expired", claim("exp", R"("2100")")},
      {"too_early", claim("iat", at(61))},
      {"too_early", without("iat")},
      {"too_early", claim("nbf", at(61))},
      {"too_old", claim("iat", at(-700))},
      {"subject", claim("sub", R"("")")},
      {"subject", without("sub")},
      {"algorithm", algorithm("HS256", Signing::SecretOfPublicKey)},
      {"malformed|algorithm", algorithm("none", Signing::Empty)},
      {"malformed|algorithm", algorithm("nOnE", Signing::Empty)},
      {"unknown_key", algorithm("ES256", Signing::Own)},
      {"unknown_key", algorithm("PS256", Signing::Own)},
      {"unknown_key", [](TokenDraft& draft) { draft.header["kid"] = R"("k9")"; }},
      {"signature", algorithm("RS256", Signing::Stranger)},
      {"malformed|signature", algorithm("RS256", Signing::Empty)},
      {"malformed", [](TokenDraft& draft) { draft.header["crit"] = R"(["exp"])"; }}};
  for (const auto& [reason, forge] : forged) {
    there.forge = forge;
    const auto result = walk();
    EXPECT_EQ(result_of(result), "wrong_provider_answer") << reason;
    EXPECT_THAT("|" + reason + "|", HasSubstr("|" + detail_of(result) + "|"));
  }
  there.forge = [&](TokenDraft& draft) {  // within the minute by which clocks differ
    draft.claims["exp"] = at(-59);
    draft.claims["iat"] = at(59);
    draft.claims["aud"] = R"(["kontor","another"])";
    draft.claims["azp"] = R"("kontor")";
  };
  EXPECT_TRUE(walk());
}

TEST_F(At, AnAnswerIsGoodOnceAndInTheBrowserThatBegan) {
  ASSERT_TRUE(walk());
  const int given = there.tokens_given;
  EXPECT_EQ(result_of(sign_in.finish(answer, {}, place(begun.browser_token))),
            "wrong_provider_answer");
  begun = sign_in.begin(provider, place()).value();
  answer = {parameter(begun.address, "state"), there.authorise(begun.address),
            MadeProvider::issuer};
  EXPECT_EQ(result_of(sign_in.finish(answer, {}, place("another browser"))),
            "wrong_provider_answer");
  EXPECT_EQ(result_of(sign_in.finish(answer, {}, place())), "wrong_provider_answer");
  ProviderAnswer wrong = answer;
  wrong.state = "another state";
  EXPECT_EQ(result_of(sign_in.finish(wrong, {}, place(begun.browser_token))),
            "wrong_provider_answer");
  EXPECT_EQ(there.tokens_given, given) << "the provider is asked only for answers to questions";
  EXPECT_TRUE(sign_in.finish(answer, {}, place(begun.browser_token)));
}

TEST_F(At, AnAnswerOfAnotherProviderAWrongCodeOrALateOneIsRefused) {
  const auto finish = [&](const ProviderAnswer& said, std::chrono::seconds later) {
    begun = sign_in.begin(provider, place()).value();
    answer = {parameter(begun.address, "state"), there.authorise(begun.address),
              MadeProvider::issuer};
    if (!said.code.empty()) answer.code = said.code;
    if (!said.issuer.empty()) answer.issuer = said.issuer == "none" ? "" : said.issuer;
    world.now += later;
    there.now = world.now.time_since_epoch().count();
    return result_of(sign_in.finish(answer, {}, place(begun.browser_token)));
  };
  using std::chrono::seconds;
  EXPECT_EQ(finish({}, seconds(0)), "good");
  EXPECT_EQ(finish({"", "", "https://other.example"}, seconds(0)), "wrong_provider_answer");
  EXPECT_EQ(finish({"", "", "none"}, seconds(0)), "wrong_provider_answer");
  EXPECT_EQ(finish({"", "no such code", ""}, seconds(0)), "wrong_provider_answer");
  EXPECT_EQ(finish({}, seconds(599)), "good");
  EXPECT_EQ(finish({}, seconds(600)), "wrong_provider_answer");
}

TEST_F(At, AKeyThatIsNewAtTheProviderIsFetchedAndOneThatIsKnownIsNot) {
  ASSERT_TRUE(walk());
  const int before = there.asked_for_keys;
  ASSERT_TRUE(walk());
  EXPECT_EQ(there.asked_for_keys, before);
  there.rotate();
  EXPECT_TRUE(walk());
  EXPECT_EQ(there.asked_for_keys, before + 1);
}

TEST_F(At, ACoordinatorStillNeedsAPasskeyUnlessTheProviderProvedAsMuch) {
  there.mail = "boss@example.org";
  there.subject = "boss";
  const Session waiting = session_of(walk());
  EXPECT_EQ(waiting.acting.role, Role::Public);
  EXPECT_FALSE(waiting.waiting.empty());
  there.forge = [](TokenDraft& draft) {
    draft.claims["acr"] = R"("urn:high")";
    draft.claims["amr"] = R"(["pwd","hwk"])";
  };
  EXPECT_EQ(session_of(walk()).acting.role, Role::Public) << "the office named nothing as strong";
  ASSERT_TRUE(remove_provider(world.context, reader("coordinator"), provider));
  for (const std::string strong : {"acr=urn:high", "amr=hwk"}) {
    provider = add({"acr=urn:higher", strong}).id;
    EXPECT_EQ(session_of(walk()).acting.role, Role::Coordinator) << strong;
    EXPECT_THAT(parameter(begun.address, "acr_values"), HasSubstr("urn:higher"));
    ASSERT_TRUE(remove_provider(world.context, reader("coordinator"), provider));
  }
}

TEST_F(At, WhoIsSignedInLinksTheirAccountToWhoeverTheyAreThere) {
  Session own = session_of(walk());
  ASSERT_TRUE(remove_provider_link(world.context, own, provider));
  there.subject = "someone";
  there.mail = "private@example.org";
  there.verified = false;
  EXPECT_EQ(walk(own).value(), "");
  EXPECT_EQ(session_of(walk()).account, own.account);
  EXPECT_EQ(result_of(walk(own)), "linked_otherwise");
  begun = sign_in.begin_link(provider, own, place()).value();
  answer = {parameter(begun.address, "state"), there.authorise(begun.address),
            MadeProvider::issuer};
  Session other = own;
  other.account = "another";
  EXPECT_EQ(result_of(sign_in.finish(answer, other, place(begun.browser_token))),
            "wrong_provider_answer");
  EXPECT_FALSE(sign_in.begin_link(provider, {}, place())) << "nobody is signed in";
}

TEST_F(At, AProviderThatDoesNotAnswerIsNotAdded) {
  there.reachable = false;
  const auto added = add_provider(world.context, reader("coordinator"),
                                  {"Other", MadeProvider::issuer, "c", "", {}}, there.fetch());
  EXPECT_EQ(result_of(added), "provider_unreachable");
  EXPECT_EQ(detail_of(added), "address_refused");
  EXPECT_EQ(result_of(sign_in.begin(provider, place())), "provider_unreachable");
  there.reachable = true;
  const auto other = add_provider(world.context, reader("coordinator"),
                                  {"Other", "https://login.example/", "c", "", {}}, there.fetch());
  EXPECT_EQ(result_of(other), "provider_unreachable") << "it calls itself otherwise";
  for (const std::string bad : {"http://login.example", "https://", "https://a@b", "ftp://x", "",
                                "http://127.0.0.1.example", "https://x/#y"})
    EXPECT_EQ(result_of(add_provider(world.context, reader("coordinator"),
                                     {"Other", bad, "c", "", {"acr"}}, there.fetch())),
              "other")
        << bad;
}

TEST_F(At, ItsSecretIsSealedAndListedToNobody) {
  const std::string kept = world.store.read([&](sql::Connection& connection) {
    return store::find_provider(connection, small_mission().id, provider)->secret;
  });
  EXPECT_THAT(kept, testing::Not(HasSubstr(MadeProvider::secret)));
  EXPECT_FALSE(kept.empty());
  EXPECT_EQ(list_providers(world.context, reader("coordinator")).value().front().secret, "");
  EXPECT_EQ(open_provider(world.context, provider)->secret, MadeProvider::secret);
  world.context.sealing_key = nullptr;
  EXPECT_FALSE(open_provider(world.context, provider));
}

TEST_F(At, EndingTheAccountOrTheProviderEndsTheLink) {
  const Session own = session_of(walk());
  ASSERT_TRUE(end_account(world.context, reader("coordinator"), "p1@example.org"));
  EXPECT_THAT(own_provider_links(world.context, own), IsEmpty());
  EXPECT_EQ(result_of(walk()), "not_invited");
}

TEST_F(At, OneNetworkCannotBeginWithoutEnd) {
  for (int n = 0; n < ProviderLimits::of_network; ++n) sign_in.begin(provider, place()).value();
  EXPECT_EQ(result_of(sign_in.begin(provider, place())), "too_many_tries");
}

}  // namespace

}  // namespace kontor::actions
