#include <algorithm>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "actions/read_view.h"
#include "actions/secrets.h"
#include "actions/world.h"

namespace kontor::actions {

namespace {

std::map<std::string, std::string> etags(const Secret* secret) {
  World world;
  mission::Mission mission = small_mission();
  store::StoredPlan plan = small_plan();
  if (secret != nullptr) secret->change(mission, plan);
  world.put(mission);
  world.put(plan);
  std::map<std::string, std::string> out;
  for (const auto& [name, acting] : readers())
    out[name] = read_view(world.context, acting).value()->etag;
  return out;
}

class Secrecy : public testing::TestWithParam<Secret> {};

TEST_P(Secrecy, is_noticed_by_those_with_the_right_and_by_nobody_else) {
  const auto without = etags(nullptr);
  const auto with = etags(&GetParam());
  std::set<std::string> noticed;
  for (const auto& [name, etag] : without)
    if (with.at(name) != etag) noticed.insert(name);
  EXPECT_THAT(noticed, testing::ContainerEq(GetParam().who));
}

INSTANTIATE_TEST_SUITE_P(Of, Secrecy, testing::ValuesIn(secrets()),
                         [](const auto& secret) { return secret.param.name; });

std::vector<std::string> keys(const auto& nouns) {
  std::vector<std::string> out;
  for (const auto& noun : nouns) out.push_back(noun.id.value);
  return out;
}

class ViewOf : public testing::Test {
 protected:
  ViewOf() {
    world_.put(small_mission());
    world_.put(small_plan());
  }
  std::shared_ptr<const View> view(const std::string& name) {
    return read_view(world_.context, reader(name)).value();
  }
  World world_;
};

using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(ViewOf, a_coordinator_is_everything) {
  EXPECT_EQ(*view("coordinator")->mission, small_mission());
  EXPECT_EQ(*view("coordinator")->plan, small_plan().plan);
}

TEST_F(ViewOf, the_public_is_the_programme_and_the_directory_of_organisations) {
  const auto seen = view("public");
  EXPECT_THAT(keys(seen->mission->activities), ElementsAre("A1", "A2"));
  EXPECT_THAT(keys(seen->mission->people), ElementsAre("PR"));
  EXPECT_EQ(seen->mission->organisations.size(), 7U);
  EXPECT_THAT(seen->mission->wishes, IsEmpty());
  EXPECT_THAT(seen->plan->meetings, IsEmpty());
  EXPECT_THAT(seen->plan->attendances, IsEmpty());
  EXPECT_EQ(seen->activities.at({"A1"}).attending, 2);  // P1 and P3, but not the principal
  EXPECT_EQ(seen->session_meetings.at({"S1"}), 2);
  EXPECT_THAT(seen->organisations, IsEmpty());
}

TEST_F(ViewOf, a_delegate_is_their_own_agenda_and_the_directory) {
  const auto seen = view("P1");
  ASSERT_EQ(seen->plan->meetings.size(), 1U);
  EXPECT_EQ(seen->plan->meetings[0].second.value, "C1");
  ASSERT_EQ(seen->plan->attendances.size(), 1U);
  EXPECT_EQ(seen->plan->attendances[0].person.value, "P1");
  EXPECT_THAT(keys(seen->mission->wishes), ElementsAre("W1", "W5"));
  EXPECT_EQ(seen->mission->people.size(), 7U);
}

TEST_F(ViewOf, an_adviser_is_the_dealings_of_their_agency) {
  EXPECT_THAT(keys(view("AW")->mission->wishes), ElementsAre("W1", "W2", "W3", "W5", "W6"));
  EXPECT_THAT(keys(view("FI")->mission->wishes), ElementsAre("W7"));
  EXPECT_THAT(view("FI")->plan->meetings, IsEmpty());
}

TEST_F(ViewOf, a_host_is_their_own_meetings_and_whom_they_meet) {
  const auto seen = view("Q1");
  EXPECT_THAT(keys(seen->mission->people), ElementsAre("P1", "Q1", "PR"));
  ASSERT_EQ(seen->plan->meetings.size(), 1U);
  EXPECT_THAT(seen->plan->meetings[0].wishes, IsEmpty());  // the wish is O1's
  EXPECT_THAT(keys(seen->mission->wishes), ElementsAre("W4"));
}

TEST_F(ViewOf, a_never_of_the_other_side_reads_not_available) {
  const auto cause = [&](const std::string& name) { return view(name)->plan->unplaced.at(0); };
  EXPECT_EQ(cause("AW").cause, mission::Cause::NotAvailable);
  EXPECT_THAT(cause("AW").details, IsEmpty());
  EXPECT_EQ(cause("director").cause, mission::Cause::NotAvailable);
  EXPECT_EQ(cause("coordinator").cause, mission::Cause::ForbiddenByNever);
  EXPECT_THAT(cause("coordinator").details, ElementsAre("C1"));
}

// Guests are to be in place 20 minutes before the principal comes. Each knows their own time, and
// nothing of why.
TEST(Presence, is_seen_by_those_whom_it_concerns_without_the_rule_or_whom_they_wait_for) {
  World world;
  mission::Mission mission = small_mission();
  const mission::OfficeId office = mission.offices[0].id;
  std::ranges::find(mission.activities, mission::ActivityId{"A1"}, &mission::Activity::id)
      ->offices = {office};
  mission::Rule rule{};
  rule.id.value = "R1";
  rule.kind = mission::RuleKind::GuestsInPlace;
  rule.who.offices = {office};
  rule.minutes = 20;
  rule.record.visibility = mission::Visibility::Protocol;
  mission.rules = {rule};
  world.put(mission);
  world.put(small_plan());
  const auto seen = [&](const std::string& name) {
    return read_view(world.context, reader(name)).value();
  };
  const mission::Presence own{{"A1"}, {"P1"}, 20, 0}, other{{"A1"}, {"P3"}, 20, 0};
  EXPECT_THAT(seen("P1")->plan->presence, ElementsAre(own));
  EXPECT_THAT(seen("P1")->mission->rules, IsEmpty());
  EXPECT_THAT(seen("P1")->mission->activities.at(0).offices, IsEmpty());
  EXPECT_THAT(seen("public")->plan->presence, IsEmpty());
  EXPECT_THAT(seen("coordinator")->plan->presence, ElementsAre(own, other));
  const std::string before = seen("P1")->etag;
  mission.rules[0].minutes = 30;
  world.put(mission, "another hash");
  EXPECT_NE(seen("P1")->etag, before);
}

// P2 is invited to the protocol's A9 and sees it; others of the delegation do not.
TEST_F(ViewOf, an_attendee_is_the_activity_that_they_attend) {
  const mission::Acting p2{mission::Role::Delegate, {}, {"O2"}, {"P2"}, ""};
  EXPECT_THAT(keys(read_view(world_.context, p2).value()->mission->activities),
              ElementsAre("A1", "A2", "A9"));
  EXPECT_THAT(keys(view("P1")->mission->activities), ElementsAre("A1", "A2"));
}

TEST_F(ViewOf, a_host_of_an_activity_is_its_guests) {
  const mission::Acting q2{mission::Role::Host, {}, {"C2"}, {"Q2"}, ""};
  const auto seen = read_view(world_.context, q2).value();
  std::vector<std::string> guests;
  for (const auto& attendance : seen->plan->attendances) guests.push_back(attendance.person.value);
  EXPECT_THAT(guests, ElementsAre("P1", "P3"));
  EXPECT_THAT(keys(seen->mission->people), ElementsAre("P1", "P2", "P3", "Q2", "PR"));
}

TEST_F(ViewOf, no_reference_leads_to_what_is_hidden) {
  for (const auto& [name, acting] : readers()) {
    const auto seen = view(name);
    const auto has = [](const auto& nouns, const auto& id) {
      return id.empty() || std::ranges::any_of(nouns, [&](const auto& n) { return n.id == id; });
    };
    const mission::Mission& mission = *seen->mission;
    for (const auto& attendance : seen->plan->attendances) {
      EXPECT_TRUE(has(mission.people, attendance.person)) << name;
      EXPECT_TRUE(has(mission.activities, attendance.activity)) << name;
      EXPECT_TRUE(has(mission.wishes, attendance.wish)) << name;
    }
    for (const auto& meeting : seen->plan->meetings) {
      EXPECT_TRUE(has(mission.sessions, meeting.session)) << name;
      EXPECT_TRUE(has(mission.organisations, meeting.first)) << name;
      EXPECT_TRUE(has(mission.organisations, meeting.second)) << name;
      EXPECT_TRUE(has(mission.people, meeting.first_person)) << name;
      EXPECT_TRUE(has(mission.people, meeting.second_person)) << name;
    }
    for (const auto& person : mission.people)
      EXPECT_TRUE(has(mission.organisations, person.organisation)) << name;
    for (const auto& office : mission.offices)
      EXPECT_TRUE(has(mission.people, office.holder)) << name;
    for (const auto& unplaced : seen->plan->unplaced)
      EXPECT_TRUE(has(mission.wishes, unplaced.wish)) << name;
  }
}

TEST_F(ViewOf, equal_readers_is_one_view_until_something_changes) {
  EXPECT_EQ(view("P1"), view("P1"));
  EXPECT_NE(view("P1"), view("public"));
  const auto before = view("P1");
  store::StoredPlan second = small_plan();
  second.plan.version = 2;
  world_.put(second);
  EXPECT_NE(view("P1"), before);
  EXPECT_EQ(view("P1")->published->version, 2);
  EXPECT_EQ(view("P1")->versions.size(), 2U);
}

TEST(HiddenMission, is_denied_to_those_who_may_not_see_it) {
  World world;
  mission::Mission mission = small_mission();
  mission.record.visibility = mission::Visibility::Delegation;
  world.put(mission);
  EXPECT_EQ(read_view(world.context, reader("public")).error(), Refusal(Denied{Verb::ReadMission}));
  EXPECT_TRUE(read_view(world.context, reader("P1")).has_value());
}

}  // namespace

}  // namespace kontor::actions
