#include "actions/passkeys.h"

#include <algorithm>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/accounts.h"
#include "actions/authenticator.h"
#include "actions/read_changes.h"
#include "actions/sign_in_by_mail.h"
#include "actions/world.h"
#include "base/hmac.h"

namespace kontor::actions {

namespace {

using mission::Role;
using testing::HasSubstr;
using testing::SizeIs;

const std::string origin = "https://kontor.example";

std::string code_of(const auto& outcome) {
  if (outcome) return "good";
  const auto* conflict = std::get_if<Conflict>(&outcome.error());
  return conflict != nullptr ? conflict->code : "other";
}

class Passkeys : public testing::Test {
 protected:
  Passkeys() {
    world.put(small_mission());
    world.put(small_plan());
    press = invite("press@example.org", Role::Press);
  }

  store::Account invite(const std::string& mail, Role role) {
    NewAccount wanted;
    wanted.mail = mail;
    wanted.acting.role = role;
    if (role == Role::Delegate) wanted.acting.person.value = "P1";
    return add_account(world.context, reader("coordinator"), wanted).value();
  }
  Session session(const std::string& token) { return find_session(world.context, token).value(); }
  std::string by_mail(const std::string& mail) {
    const auto begun = begin_sign_in(world.context, mail, "10.0.0").value();
    return sign_in_by_code(world.context, begun.browser_token, begun.code, {}).value();
  }

  // What a new passkey of the session answers, with whatever `forge` does to it.
  Outcome<std::string> make(const Session& of, const Authenticator& authenticator,
                            const std::function<void(Ceremony&)>& forge = {}) {
    const auto question = begin_passkey(world.context, of, origin).value();
    Ceremony ceremony{question.challenge};
    if (forge) forge(ceremony);
    return add_passkey(world.context, of, authenticator.make(ceremony), "Laptop",
                       {origin, question.browser_token, {}});
  }
  Outcome<std::string> show(const Authenticator& authenticator,
                            const std::function<void(Ceremony&)>& forge = {}) {
    const auto question = begin_passkey_sign_in(world.context, origin, "10.0.0").value();
    Ceremony ceremony{question.challenge};
    if (forge) forge(ceremony);
    return sign_in_by_passkey(world.context, authenticator.show(ceremony),
                              {origin, question.browser_token, {}});
  }
  // The press officer with a first passkey.
  std::string with_first(const Authenticator& authenticator) {
    return make(session(by_mail(press.mail)), authenticator).value();
  }

  World world;
  store::Account press;
};

TEST_F(Passkeys, AreNeededByCoordinatorProtocolAndPressAlone) {
  for (const Role role :
       {Role::Coordinator, Role::Protocol, Role::Press, Role::Director, Role::Delegate}) {
    const std::string mail = std::string(mission::word(role)) + "1@example.org";
    invite(mail, role);
    const Session by = session(by_mail(mail));
    EXPECT_EQ(by.waiting.empty(), !needs_passkey(role)) << mail;
    EXPECT_EQ(by.acting.role, needs_passkey(role) ? Role::Public : role) << mail;
    EXPECT_EQ(by.own.role, by.acting.role) << mail;
    EXPECT_EQ(by.account.empty(), needs_passkey(role)) << mail;
  }
}

TEST_F(Passkeys, TheFirstOneOpensTheSessionAndSignsInAfterwards) {
  const Session waiting = session(by_mail(press.mail));
  EXPECT_TRUE(waiting.first_passkey);
  EXPECT_THAT(own_sessions(world.context, waiting), SizeIs(0));
  const Authenticator authenticator;
  const auto opened = make(waiting, authenticator);
  ASSERT_TRUE(opened);
  EXPECT_EQ(session(*opened).acting, press.acting);
  EXPECT_EQ(session(*opened).way, "passkey");
  const auto token = show(authenticator);
  ASSERT_TRUE(token);
  EXPECT_EQ(session(*token).acting, press.acting);
  EXPECT_EQ(session(*token).account, press.id);
}

TEST_F(Passkeys, OnceThereIsOneMailAloneOpensNothingAndMakesNone) {
  const Authenticator authenticator, other;
  with_first(authenticator);
  const Session waiting = session(by_mail(press.mail));
  EXPECT_FALSE(waiting.first_passkey);
  EXPECT_EQ(waiting.acting.role, Role::Public);
  EXPECT_FALSE(begin_passkey(world.context, waiting, origin));
  Session lying = waiting;
  lying.first_passkey = true;  // a session from before the passkey was made, at another node
  EXPECT_EQ(code_of(make(lying, other)), "wrong_passkey");
}

TEST_F(Passkeys, AreRefusedFromAnotherOriginOrForAnotherDomain) {
  const Authenticator authenticator, other;
  with_first(authenticator);
  const Session own = session(show(authenticator).value());
  const std::vector<std::function<void(Ceremony&)>> forgeries{
      [](Ceremony& c) { c.origin = "https://evil.example"; },
      [](Ceremony& c) { c.origin = "http://kontor.example"; },
      [](Ceremony& c) { c.origin = "https://kontor.example:8443"; },
      [](Ceremony& c) { c.relying_party = "example"; },
      [](Ceremony& c) { c.in_a_frame = true; },
      [](Ceremony& c) { c.type = "payment.get"; },
      [](Ceremony& c) { c.challenge = base::base64url(std::string(32, 'x')); },
      [](Ceremony& c) { c.flags = 0x01; },   // nobody verified
      [](Ceremony& c) { c.flags = 0x04; }};  // nobody present

  for (std::size_t i = 0; i < forgeries.size(); ++i) {
    EXPECT_EQ(code_of(show(authenticator, forgeries[i])), "wrong_passkey") << i;
    EXPECT_EQ(code_of(make(own, other, forgeries[i])), "wrong_passkey") << i;
  }
  EXPECT_EQ(code_of(show(authenticator)), "good");
}

TEST_F(Passkeys, AnswerOnlyOnceInTheirBrowserAndWithinFiveMinutes) {
  const Authenticator authenticator;
  with_first(authenticator);
  const auto ask = [&] { return begin_passkey_sign_in(world.context, origin, "10.0.0").value(); };
  const auto enter = [&](const PasskeyQuestion& question, const std::string& browser) {
    return code_of(sign_in_by_passkey(world.context, authenticator.show({question.challenge}),
                                      {origin, browser, {}}));
  };
  auto question = ask();
  EXPECT_EQ(enter(question, ask().browser_token), "wrong_passkey") << "another browser";
  EXPECT_EQ(enter(question, ""), "wrong_passkey") << "no browser";
  EXPECT_EQ(enter(question, question.browser_token), "good");
  EXPECT_EQ(enter(question, question.browser_token), "wrong_passkey") << "replayed";
  question = ask();
  world.now += PasskeyLimits::good_for;
  EXPECT_EQ(enter(question, question.browser_token), "wrong_passkey") << "too old";
  // A question for a new passkey is none for signing in.
  const Session own = session(show(authenticator).value());
  question = begin_passkey(world.context, own, origin).value();
  EXPECT_EQ(enter(question, question.browser_token), "wrong_passkey");
}

TEST_F(Passkeys, AnyFlippedBitSpoilsTheSignature) {
  const Authenticator authenticator;
  with_first(authenticator);
  const auto flipped = [](const std::string& text, std::size_t byte) {
    std::string bytes = base::unbase64url(text);
    bytes.at(byte % bytes.size()) ^= 0x10;
    return base::base64url(bytes);
  };
  for (std::size_t byte : {0U, 5U, 33U, 36U, 60U}) {
    for (std::string PasskeyAnswer::* part :
         {&PasskeyAnswer::client_data, &PasskeyAnswer::authenticator_data,
          &PasskeyAnswer::signature, &PasskeyAnswer::credential}) {
      const auto question = begin_passkey_sign_in(world.context, origin, "10.0.0").value();
      PasskeyAnswer answer = authenticator.show({question.challenge});
      answer.*part = flipped(answer.*part, byte);
      EXPECT_EQ(
          code_of(sign_in_by_passkey(world.context, answer, {origin, question.browser_token, {}})),
          "wrong_passkey")
          << byte;
    }
  }
}

TEST_F(Passkeys, OfSomebodyElseSignNobodyElseIn) {
  const Authenticator mine, theirs;
  with_first(mine);
  const store::Account other = invite("protocol@example.org", Role::Protocol);
  make(session(by_mail(other.mail)), theirs).value();
  EXPECT_EQ(session(show(theirs).value()).account, other.id);
  // Their signature under my credential.
  const auto question = begin_passkey_sign_in(world.context, origin, "10.0.0").value();
  PasskeyAnswer answer = theirs.show({question.challenge});
  answer.credential = mine.show({question.challenge}).credential;
  EXPECT_EQ(
      code_of(sign_in_by_passkey(world.context, answer, {origin, question.browser_token, {}})),
      "wrong_passkey");
  // A credential that is somebody's cannot be made anew for somebody else.
  EXPECT_EQ(code_of(make(session(show(theirs).value()), mine)), "wrong_passkey");
}

TEST_F(Passkeys, WhoseCounterGoesBackAreRefusedAndTheLogSaysSo) {
  const Authenticator authenticator;
  with_first(authenticator);
  const auto counted = [](std::uint32_t count) {
    return [count](Ceremony& c) { c.count = count; };
  };
  EXPECT_EQ(code_of(show(authenticator, counted(0))), "good") << "does not count";
  EXPECT_EQ(code_of(show(authenticator, counted(7))), "good");
  EXPECT_EQ(code_of(show(authenticator, counted(7))), "wrong_passkey");
  EXPECT_EQ(code_of(show(authenticator, counted(6))), "wrong_passkey");
  EXPECT_EQ(code_of(show(authenticator, counted(0))), "wrong_passkey");
  EXPECT_EQ(code_of(show(authenticator, counted(8))), "good");
  const auto log = read_changes(world.context, reader("coordinator")).value();
  EXPECT_TRUE(std::ranges::any_of(log.changes, [](const auto& entry) {
    return entry.detail.contains("its counter went back");
  }));
}

TEST_F(Passkeys, AreListedNamedAndRemovedButNotTheLastOneOfTheOffice) {
  const Authenticator first, second;
  with_first(first);
  const Session own = session(show(first).value());
  world.now += std::chrono::seconds(1);
  EXPECT_EQ(make(own, second).value(), "") << "the session holds all rights already";
  const auto listed = own_passkeys(world.context, own);
  ASSERT_THAT(listed, SizeIs(2));
  EXPECT_EQ(listed[0].name, "Laptop");
  ASSERT_TRUE(remove_passkey(world.context, own, id_of(listed[0])));
  EXPECT_EQ(code_of(show(first)), "wrong_passkey");
  EXPECT_EQ(code_of(remove_passkey(world.context, own, id_of(listed[1]))), "last_passkey");
  EXPECT_EQ(code_of(remove_passkey(world.context, own, "none")), "other");
  const Session delegate = [&] {
    invite("ann@example.org", Role::Delegate);
    return session(by_mail("ann@example.org"));
  }();
  const Authenticator theirs;
  ASSERT_EQ(make(delegate, theirs).value(), "");
  EXPECT_EQ(code_of(remove_passkey(world.context, delegate, id_of(listed[1]))), "other");
  EXPECT_TRUE(
      remove_passkey(world.context, delegate, id_of(own_passkeys(world.context, delegate).at(0))));
}

TEST_F(Passkeys, AreResetByAnotherCoordinatorForWhoeverLostThem) {
  const Authenticator lost, found;
  const std::string token = with_first(lost);
  for (const auto& [name, acting] : readers())
    if (name != "coordinator") {
      EXPECT_FALSE(reset_passkeys(world.context, acting, press.mail)) << name;
    }
  EXPECT_EQ(code_of(reset_passkeys(world.context, reader("coordinator"), press.mail, press.id)),
            "own_account");
  EXPECT_EQ(reset_passkeys(world.context, reader("coordinator"), press.mail).value(), 1);
  EXPECT_FALSE(find_session(world.context, token));
  EXPECT_EQ(code_of(show(lost)), "wrong_passkey");
  EXPECT_EQ(session(make(session(by_mail(press.mail)), found).value()).acting, press.acting);
}

TEST_F(Passkeys, RubbishIsRefused) {
  const Authenticator authenticator;
  const Session waiting = session(by_mail(press.mail));
  for (const std::string rubbish : {"", "!", "AAAA", "e30"}) {
    const auto question = begin_passkey(world.context, waiting, origin).value();
    PasskeyAnswer answer = authenticator.make({question.challenge});
    const PasskeyPlace place{origin, question.browser_token, {}};
    PasskeyAnswer bad = answer;
    bad.client_data = rubbish;
    EXPECT_EQ(code_of(add_passkey(world.context, waiting, bad, "n", place)), "wrong_passkey");
    answer.authenticator_data = rubbish;
    EXPECT_EQ(code_of(add_passkey(world.context, waiting, answer, "n", place)), "wrong_passkey");
    EXPECT_EQ(code_of(add_passkey(world.context, waiting, answer, "", place)), "other");
  }
}

}  // namespace

}  // namespace kontor::actions
