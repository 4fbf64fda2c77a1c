#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/accounts.h"
#include "server/agenda_changes.h"
#include "server/scene.h"

namespace kontor::server {
namespace {

using test::Scene;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

// A scene with a post that remembers, or refuses, what it is given.
struct Post {
  std::vector<exchange::Mail> sent;
  std::optional<actions::PostFailure> refusal;

  Application::Options options() {
    return {.public_address = "https://kontor.example",
            .mail_from = "office@kontor.example",
            .send_mail = [this](const exchange::Mail& mail) {
              if (!refusal) sent.push_back(mail);
              return refusal;
            }};
  }
};

class Letters : public testing::Test {
 protected:
  void invite(const std::string& mail, const std::string& person, base::Language language) {
    actions::NewAccount wanted;
    wanted.mail = mail;
    wanted.acting.role = person.starts_with('Q') ? mission::Role::Host : mission::Role::Delegate;
    wanted.acting.person.value = person;
    wanted.language = language;
    ASSERT_TRUE(actions::add_account(scene.world.context, actions::reader("coordinator"), wanted));
  }
  std::vector<store::Letter> outbox() {
    return actions::read_outbox(scene.world.context, actions::reader("coordinator")).value();
  }
  // Approves all drafts and lets the post work.
  void approve() {
    std::vector<std::int64_t> numbers;
    for (const store::Letter& letter : outbox()) numbers.push_back(letter.number);
    ASSERT_TRUE(actions::order_letters(scene.world.context, actions::reader("coordinator"), numbers,
                                       actions::LetterOrder::Send));
    scene.application.post_room().work();
  }
  void publish(const std::function<void(mission::Plan&)>& change) {
    store::StoredPlan plan = actions::small_plan();
    plan.plan.version = ++version;
    change(plan.plan);
    scene.world.put(plan);
    scene.application.post_room().work();
  }

  Post post;
  Scene scene{post.options()};
  int version = 1;
};

TEST_F(Letters, WaitForTheOfficeInTheReadersLanguage) {
  invite("ann@example.org", "P1", base::Language::Nl);
  scene.application.post_room().work();
  const auto letters = outbox();
  ASSERT_THAT(letters, SizeIs(2));
  EXPECT_EQ(letters[0].subject, "Small: uw programma");
  EXPECT_THAT(letters[0].text, HasSubstr("- dinsdag 7 oktober, 09:00–10:00: Activity A1"));
  EXPECT_THAT(letters[0].text, HasSubstr("https://kontor.example/people/P1"));
  EXPECT_EQ(letters[1].subject, "Small: uw toegang");
  EXPECT_THAT(post.sent, SizeIs(0));
  approve();
  EXPECT_THAT(post.sent, SizeIs(2));
  for (const store::Letter& letter : outbox()) EXPECT_EQ(letter.state, store::LetterState::Sent);
}

TEST_F(Letters, AreOneForEachPersonWhoseDaysChangeAndForNobodyElse) {
  invite("p1@example.org", "P1", base::Language::En);
  invite("p2@example.org", "P2", base::Language::En);
  scene.application.post_room().work();
  approve();
  post.sent.clear();
  publish([](mission::Plan& plan) {
    plan.meetings[0].slot = 3;  // P1's moves
    std::erase_if(plan.attendances, [](const auto& one) { return one.person.value == "P1"; });
  });
  approve();
  ASSERT_THAT(post.sent, SizeIs(1));
  const exchange::Mail& mail = post.sent[0];
  EXPECT_EQ(mail.to.mail, "p1@example.org");
  ASSERT_THAT(mail.parts, SizeIs(2));
  EXPECT_THAT(mail.parts[0].bytes, HasSubstr("METHOD:REQUEST\r\n"));
  EXPECT_THAT(mail.parts[0].bytes, HasSubstr("UID:meeting-O1-C1-P1@small.kontor\r\n"));
  EXPECT_THAT(mail.parts[0].bytes, HasSubstr("SEQUENCE:2\r\n"));
  EXPECT_THAT(mail.parts[0].bytes,
              HasSubstr("ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:p1@"));
  EXPECT_THAT(mail.parts[1].bytes, HasSubstr("METHOD:CANCEL\r\n"));
  EXPECT_THAT(mail.parts[1].bytes, HasSubstr("UID:activity-A1-P1@small.kontor\r\n"));
  EXPECT_THAT(mail.parts[1].bytes, HasSubstr("STATUS:CANCELLED\r\n"));
  EXPECT_THAT(mail.parts[1].bytes, HasSubstr("SEQUENCE:2\r\n"));
  EXPECT_THAT(mail.text, HasSubstr("Cancelled:\n- Tuesday 7 October, 09:00–10:00: Activity A1"));
}

TEST_F(Letters, BringTheProgrammeToThoseWhoAreInvitedAfterIt) {
  scene.application.post_room().work();
  invite("p1@example.org", "P1", base::Language::En);
  scene.application.post_room().work();
  EXPECT_THAT(outbox(), SizeIs(2));
  scene.application.post_room().work();
  EXPECT_THAT(outbox(), SizeIs(2));
}

TEST_F(Letters, TellNothingOfAChangeThatWasUndoneBeforeTheyWereSent) {
  invite("p1@example.org", "P1", base::Language::En);
  scene.application.post_room().work();
  approve();
  publish([](mission::Plan& plan) { plan.meetings[0].slot = 3; });
  EXPECT_EQ(outbox().front().state, store::LetterState::Draft);
  publish([](mission::Plan&) {});
  EXPECT_EQ(outbox().front().state, store::LetterState::Sent);
}

TEST_F(Letters, AboutAVersionThatIsOverAreReplaced) {
  invite("p1@example.org", "P1", base::Language::En);
  scene.application.post_room().work();
  approve();
  publish([](mission::Plan& plan) { plan.meetings[0].slot = 3; });
  publish([](mission::Plan& plan) { plan.meetings[0].slot = 4; });
  std::vector<int> drafts;
  for (const store::Letter& letter : outbox())
    if (letter.state == store::LetterState::Draft) drafts.push_back(letter.version);
  EXPECT_THAT(drafts, ElementsAre(3));
}

TEST_F(Letters, TellHostsOfTheirOwnMeetingsOnly) {
  invite("q1@example.org", "Q1", base::Language::Fr);
  scene.application.post_room().work();
  const std::string text = outbox()[0].text;
  EXPECT_THAT(text, HasSubstr("Organisation O1"));
  for (const std::string other : {"O2", "C2", "A9", "A1"}) EXPECT_THAT(text, Not(HasSubstr(other)));
}

TEST_F(Letters, ThatThePostDoesNotTakeAreTriedAgainAndThenFail) {
  invite("p1@example.org", "P1", base::Language::En);
  scene.application.post_room().work();
  post.refusal = actions::PostFailure{"the server is away", false};
  approve();
  const auto waiting = [&] {
    return std::ranges::count(outbox(), store::LetterState::Approved, &store::Letter::state);
  };
  EXPECT_EQ(waiting(), 2);
  EXPECT_EQ(outbox()[0].reason, "the server is away");
  for (int i = 0; i < 3; ++i) {
    scene.world.now += std::chrono::hours(1);
    scene.application.post_room().work();
    EXPECT_EQ(waiting(), 2) << i;
  }
  scene.world.now += std::chrono::hours(1);
  scene.application.post_room().work();
  EXPECT_EQ(outbox()[0].state, store::LetterState::Failed);
  post.refusal.reset();
  approve();
  EXPECT_EQ(outbox()[0].state, store::LetterState::Sent);
}

TEST_F(Letters, ThatThePostWillNeverTakeFailAtOnce) {
  invite("p1@example.org", "P1", base::Language::En);
  scene.application.post_room().work();
  post.refusal = actions::PostFailure{"no such mailbox", true};
  approve();
  EXPECT_EQ(outbox()[0].state, store::LetterState::Failed);
}

// The cookie of the answer, and the code and link of the mail that was sent.
TEST_F(Letters, SignInByMailThroughTheDoors) {
  invite("ann@example.org", "P1", base::Language::En);
  const Response begun = scene.post("/api/sign-in/mail", "", R"({"mail":"ann@example.org"})");
  ASSERT_EQ(begun.status, 200);
  const std::string cookie = test::header(begun, "set-cookie");
  EXPECT_THAT(cookie, HasSubstr("kontor_sign_in="));
  EXPECT_THAT(cookie,
              HasSubstr("; Path=/api/sign-in; HttpOnly; SameSite=Lax; Max-Age=1200; Secure"));
  scene.application.post_room().work();
  ASSERT_THAT(post.sent, SizeIs(1));
  EXPECT_THAT(outbox(), SizeIs(2)) << "a code is never in the outbox";
  const std::string text = post.sent[0].text;
  const std::string link = text.substr(text.find("sign-in#") + 8, 64);
  EXPECT_EQ(scene.get("/sign-in").status, 200);
  EXPECT_EQ(scene.get("/api/sign-in/link").status, 405) << "no GET signs in";
  const Response in = scene.post("/api/sign-in/link", "", R"({"link":")" + link + "\"}");
  ASSERT_EQ(in.status, 200) << in.bytes();
  EXPECT_THAT(std::string(in.bytes()), HasSubstr(R"("role":"delegate")"));
  EXPECT_EQ(scene.post("/api/sign-in/link", "", R"({"link":")" + link + "\"}").status, 403);
}

TEST_F(Letters, TheAnswerIsTheSameForEveryAddress) {
  invite("ann@example.org", "P1", base::Language::En);
  const auto shown = [&](const std::string& mail) {
    Response response = scene.post("/api/sign-in/mail", "", R"({"mail":")" + mail + "\"}");
    for (auto& [name, value] : response.headers)
      if (name == "Set-Cookie") value.replace(value.find('=') + 1, 64, "");
    return std::make_tuple(response.status, std::string(response.bytes()), response.headers);
  };
  for (int i = 0; i < 7; ++i) EXPECT_EQ(shown("ann@example.org"), shown("eve@example.org")) << i;
  EXPECT_EQ(std::get<0>(shown("ann@example.org")), 429);
}

TEST(AgendaChanges, NameWhatIsNewMovedAndGone) {
  exchange::CalendarEvent one{"u1", "First\tthing", "", "Room", "", {}, {}, "Europe/Brussels"};
  exchange::CalendarEvent two = one, three = one;
  one.starts_at = two.starts_at = three.starts_at = base::parse_local("2025-10-06T09:00").value();
  two.uid = "u2";
  three.uid = "u3";
  const std::string told = told_text({one, two});
  exchange::CalendarEvent moved = two;
  moved.location = "Hall";
  const AgendaChanges changes = changes_of(told, {moved, three});
  ASSERT_THAT(changes.added, SizeIs(1));
  EXPECT_EQ(changes.added[0].uid, "u3");
  ASSERT_THAT(changes.moved, SizeIs(1));
  EXPECT_EQ(changes.moved[0].location, "Hall");
  ASSERT_THAT(changes.removed, SizeIs(1));
  EXPECT_EQ(changes.removed[0].uid, "u1");
  EXPECT_EQ(changes.removed[0].starts_at, one.starts_at);
  EXPECT_TRUE(changes_of(told, {one, two}).empty());
}

}  // namespace
}  // namespace kontor::server
