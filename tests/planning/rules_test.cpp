// Rules of protocol from the mission to the plan and back to its verification.
#include <algorithm>
#include <gtest/gtest.h>

#include "base/rng.h"
#include "planning/contradictions.h"
#include "planning/made_mission.h"
#include "planning/made_rules.h"
#include "planning/plan.h"
#include "planning/verify.h"

namespace kontor::planning {
namespace {

using namespace mission;

constexpr const char* hash = "0123456789abcdef";

Rule rule(RuleKind kind, std::vector<PersonId> who, std::vector<PersonId> with = {}) {
  Rule out;
  out.id = {"R1"};
  out.kind = kind;
  out.who.people = std::move(who);
  out.with.people = std::move(with);
  return out;
}

std::string first_of(const base::Issues& issues) {
  return issues.empty() ? "" : base::sentence(issues.front());
}

// Whether the verifier finds `one` broken, by its name, in a plan that was made without it.
bool refused(Mission mission, const Plan& plan, const Rule& one) {
  mission.rules = {one};
  return std::ranges::any_of(verify(mission, plan, hash), [&](const base::Issue& issue) {
    return issue.code == "rule_broken" && issue.value == one.id.value &&
           issue.parameters.at("kind") == word(one.kind);
  });
}

class Ruled : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    made = std::make_unique<Mission>(testing::make_mission(testing::small, 5));
    plan = std::make_unique<Plan>(make_plan(*made, hash, {2, 2000}, {}, {}));
  }
  static void TearDownTestSuite() {
    made.reset();
    plan.reset();
  }
  // Two people at one activity of the plan.
  static std::pair<Attendance, Attendance> pair() {
    for (std::size_t i = 1; i < plan->attendances.size(); ++i)
      if (plan->attendances[i].activity == plan->attendances[i - 1].activity)
        return {plan->attendances[i - 1], plan->attendances[i]};
    return {};
  }
  static Rule at(Rule one, const ActivityId& activity) {
    one.scope.activities = {activity};
    return one;
  }
  // Somebody who is not at `activity`.
  static PersonId stranger(const ActivityId& activity) {
    for (const Person& person : made->people)
      if (std::ranges::none_of(plan->attendances, [&](const Attendance& attendance) {
            return attendance.activity == activity && attendance.person == person.id;
          }))
        return person.id;
    return {};
  }

  static std::unique_ptr<Mission> made;
  static std::unique_ptr<Plan> plan;
};

std::unique_ptr<Mission> Ruled::made;
std::unique_ptr<Plan> Ruled::plan;

TEST_F(Ruled, APlanThatBreaksARuleIsRefusedByItsName) {
  const auto [a, b] = pair();
  const ActivityId where = a.activity;
  const PersonId other = stranger(where);
  EXPECT_TRUE(refused(*made, *plan, at(rule(RuleKind::AlwaysWith, {other}, {a.person}), where)));
  EXPECT_TRUE(refused(*made, *plan, at(rule(RuleKind::AtLeastOneOf, {other}), where)));
  EXPECT_TRUE(refused(*made, *plan, at(rule(RuleKind::NeverWith, {a.person}, {b.person}), where)));
  Rule day = rule(RuleKind::AtMostADay, {a.person});
  EXPECT_TRUE(refused(*made, *plan, day));
  day.most = 20;
  EXPECT_FALSE(refused(*made, *plan, day));
  Rule cleared = at(rule(RuleKind::ClearanceNeeded, {}), where);
  cleared.site = "lab";
  EXPECT_TRUE(refused(*made, *plan, cleared));
}

TEST_F(Ruled, TwoInOneVehicleAreRefused) {
  const auto [a, b] = pair();
  const Rule one = rule(RuleKind::NotSameVehicle, {a.person}, {b.person});
  EXPECT_FALSE(refused(*made, *plan, one));
  Mission mission = *made;
  std::ranges::find(mission.activities, a.activity, &Activity::id)->kind = ActivityKind::Transfer;
  EXPECT_TRUE(refused(mission, *plan, one));
}

// A mission with coaches, and two who sit in one of them in its plan.
struct Shared {
  Mission mission;
  Plan plan;
  PersonId one, other;
  ActivityId where;
};

Shared shared_coach() {
  for (std::uint64_t seed = 1;; ++seed) {
    Shared out{testing::make_mission(testing::small, seed), {}, {}, {}, {}};
    testing::add_transport(out.mission, seed);
    out.plan = make_plan(out.mission, hash, {seed, 600}, {}, {});
    for (const auto& a : out.plan.attendances)
      for (const auto& b : out.plan.attendances)
        if (!a.coach.empty() && a.coach == b.coach && a.activity == b.activity &&
            a.person < b.person) {
          out.one = a.person, out.other = b.person, out.where = a.activity;
          return out;
        }
  }
}

TEST(Rules, MadeUpRulesAreValid) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Mission mission = testing::make_mission(testing::small, seed);
    testing::add_rules(mission, seed);
    for (const base::Issue& issue : validate(mission))
      EXPECT_FALSE(issue.path.starts_with("rule/"))
          << "seed " << seed << ": " << base::sentence(issue);
  }
}

TEST(RuledCoaches, TwoWhoMustNotShareAVehicleAreRefusedInOneCoachAndPlannedInTwo) {
  Shared at = shared_coach();
  Rule apart = rule(RuleKind::NotSameVehicle, {at.one}, {at.other});
  EXPECT_TRUE(refused(at.mission, at.plan, apart));
  apart.id.value = "R1";
  at.mission.rules = {apart};
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const Plan plan = make_plan(at.mission, hash, {seed, 600}, {}, {});
    EXPECT_TRUE(verify(at.mission, plan, hash).empty()) << "seed " << seed;
  }
}

TEST_F(Ruled, TwoAtATableAreRefused) {
  const Meeting& meeting = plan->meetings.at(0);
  EXPECT_TRUE(refused(*made, *plan,
                      rule(RuleKind::NeverWith, {meeting.first_person}, {meeting.second_person})));
}

TEST_F(Ruled, NoRestIsRefused) {
  Rule one = rule(RuleKind::Rest, {});
  one.minutes = 24 * 60;
  bool found = false;
  for (const Person& person : made->people) {
    one.who.people = {person.id};
    found = found || refused(*made, *plan, one);
  }
  EXPECT_TRUE(found);
}

TEST_F(Ruled, TwoWhoArriveLastOrLeaveFirstAreRefused) {
  const auto [a, b] = pair();
  for (const RuleKind kind : {RuleKind::ArrivesLast, RuleKind::LeavesFirst}) {
    Mission mission = *made;
    Rule other = rule(kind, {b.person});
    other.id = {"R2"};
    other.minutes = 5;
    mission.rules = {rule(kind, {a.person}), other};
    mission.rules[0].minutes = 5;
    EXPECT_TRUE(std::ranges::any_of(verify(mission, *plan, hash), [](const auto& issue) {
      return issue.code == "rule_broken" && issue.value == "R1";
    }));
  }
}

TEST_F(Ruled, WhoIsNotInPlaceBeforeThePrincipalIsRefused) {
  for (const RuleKind kind :
       {RuleKind::ArrivesLast, RuleKind::LeavesFirst, RuleKind::GuestsInPlace}) {
    Rule one = rule(kind, {});
    one.who.offices = {made->offices[0].id, made->offices[1].id, made->offices[2].id};
    one.minutes = 24 * 60;
    EXPECT_TRUE(refused(*made, *plan, one)) << word(kind);
  }
}

TEST(Rules, PlansWithAnyRulesVerify) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Mission mission = testing::make_mission(testing::small, seed);
    testing::add_rules(mission, seed);
    const Plan plan = make_plan(mission, hash, {seed, 600}, {}, {});
    const auto issues = verify(mission, plan, hash);
    EXPECT_TRUE(issues.empty()) << "seed " << seed << ": " << first_of(issues);
  }
}

TEST(Rules, AWishThatARuleForbidsSaysWhichRule) {
  Mission mission = testing::make_mission(testing::small, 5);
  const Plan before = make_plan(mission, hash, {2, 2000}, {}, {});
  const auto wished = std::ranges::find_if(
      before.attendances, [](const Attendance& attendance) { return !attendance.wish.empty(); });
  ASSERT_NE(wished, before.attendances.end());
  Rule one = rule(RuleKind::ClearanceNeeded, {});
  one.site = "lab";
  one.scope.activities = {wished->activity};
  mission.rules = {one};
  const Plan plan = make_plan(mission, hash, {2, 2000}, {}, {});
  const auto found = std::ranges::find(plan.unplaced, wished->wish, &Unplaced::wish);
  ASSERT_NE(found, plan.unplaced.end());
  EXPECT_EQ(found->cause, Cause::ForbiddenByRule);
  EXPECT_EQ(found->details, std::vector<std::string>{"R1"});
}

// A minister and the princess, two visits at one time on each of two days.
//
//   day 1   princess A1 ----    minister A2 ----
//   day 2   princess A3 ----    minister B4      ----
Mission tight_mission() {
  Mission mission = testing::make_mission(testing::small, 1);
  mission.activities.clear();
  mission.sessions.clear();
  mission.wishes.clear();
  mission.rules.clear();
  const auto add = [&](const std::string& key, int office, const char* start) {
    Activity out;
    out.id = {key};
    out.kind = ActivityKind::OfficialVisit;
    out.leg = mission.legs[0].id;
    out.duration_minutes = 60;
    out.timing = {Precision::Fixed, {}, {}, base::parse_local(start), {}, ""};
    out.offices = {mission.offices[office].id};
    mission.activities.push_back(out);
  };
  for (Person& person : mission.people) person.absences.clear();
  add("A1", 0, "2025-10-06T10:00");
  add("A2", 1, "2025-10-06T10:00");
  add("A3", 0, "2025-10-07T10:00");
  add("B4", 1, "2025-10-07T15:00");
  return mission;
}

Rule by_office(const std::string& id, RuleKind kind, const OfficeId& who, const OfficeId& with) {
  Rule out;
  out.id = {id};
  out.kind = kind;
  out.who.offices = {who};
  if (!with.empty()) out.with.offices = {with};
  return out;
}

TEST(Contradictions, NameTheRulesAndActivitiesAndNoMore) {
  Mission mission = tight_mission();
  const auto princess = mission.offices[0].id, minister = mission.offices[1].id;
  mission.rules = {by_office("R1", RuleKind::AtMostADay, princess, {}),
                   by_office("R2", RuleKind::AlwaysWith, minister, princess)};
  mission.rules[0].most = 3;
  const auto found = check_rules(mission).contradictions;
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].rules, std::vector<RuleId>{{"R2"}});
  EXPECT_EQ(found[0].activities, (std::vector<ActivityId>{{"A1"}, {"A2"}}));
  EXPECT_EQ(base::sentence(in_words(mission, check_rules(mission))[0]),
            "Rule R2 always_with contradicts with the activities A1 and A2: give up any one.");
}

TEST(Contradictions, OfTwoRulesNameBoth) {
  Mission mission = tight_mission();
  std::erase_if(mission.activities,
                [](const Activity& activity) { return activity.id.value == "A2"; });
  const auto princess = mission.offices[0].id, minister = mission.offices[1].id;
  mission.rules = {by_office("R1", RuleKind::AtMostADay, minister, {}),
                   by_office("R2", RuleKind::AlwaysWith, minister, princess),
                   by_office("R3", RuleKind::NeverWith, mission.offices[2].id, princess)};
  mission.rules[0].most = 1;
  const auto found = check_rules(mission).contradictions;
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].rules, (std::vector<RuleId>{{"R1"}, {"R2"}}));
  EXPECT_EQ(found[0].activities, (std::vector<ActivityId>{{"A3"}, {"B4"}}));
}

Mission with_random_rules(std::uint64_t seed) {
  Mission mission = tight_mission();
  base::Rng rng(seed);
  for (Activity& activity : mission.activities)
    activity.timing.earliest->minute_of_day = 60 * rng.between(9, 12);
  for (int k = 1; k <= 4; ++k) {
    const int one = rng.between(0, 2);
    const RuleKind kind = std::array{RuleKind::AlwaysWith, RuleKind::NeverWith,
                                     RuleKind::AtMostADay, RuleKind::AtLeastOneOf}[rng.below(4)];
    const bool pair = kind == RuleKind::AlwaysWith || kind == RuleKind::NeverWith;
    mission.rules.push_back(by_office("R" + std::to_string(k), kind, mission.offices[one].id,
                                      pair ? mission.offices[(one + 1) % 3].id : OfficeId{}));
    mission.rules.back().most = 1;
  }
  return mission;
}

// The mission with nothing but the rules and activities of `one`.
Mission only(Mission mission, const Contradiction& one) {
  std::erase_if(mission.rules, [&](const Rule& each) {
    return std::ranges::find(one.rules, each.id) == one.rules.end();
  });
  std::erase_if(mission.activities, [&](const Activity& each) {
    return std::ranges::find(one.activities, each.id) == one.activities.end();
  });
  return mission;
}

// Removing any rule or activity of a contradiction leaves none; on random small programmes.
TEST(Contradictions, AreMinimal) {
  int found_any = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Mission mission = with_random_rules(seed);
    const auto found = check_rules(mission).contradictions;
    found_any += !found.empty();
    for (const Contradiction& one : found) {
      const Mission part = only(mission, one);
      EXPECT_EQ(check_rules(part).contradictions, std::vector{one}) << "seed " << seed;
      for (const RuleId& key : one.rules) {
        Mission less = part;
        std::erase_if(less.rules, [&](const Rule& each) { return each.id == key; });
        EXPECT_TRUE(check_rules(less).contradictions.empty())
            << "seed " << seed << " without " << key.value;
      }
      for (const ActivityId& key : one.activities) {
        Mission less = part;
        std::erase_if(less.activities, [&](const Activity& each) { return each.id == key; });
        EXPECT_TRUE(check_rules(less).contradictions.empty())
            << "seed " << seed << " without " << key.value;
      }
    }
  }
  EXPECT_GT(found_any, 15);
}

// Whatever the limits: what is named contradicts, what contradicts is named or said to be possible,
// and a set is called minimal only if it is.
TEST(Contradictions, WithinAnyLimitsTheAnswerIsTrueAndSaysWhatItDoesNotKnow) {
  int unsettled = 0, found_by_part = 0, not_minimal = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Mission mission = with_random_rules(seed);
    const RuleCheck whole = check_rules(mission);
    EXPECT_TRUE(whole.settled) << "seed " << seed;
    for (const int choices : {1, 5, 8, 12, 20, 30}) {
      const RuleCheck check = check_rules(mission, choices);
      if (check.settled) {
        EXPECT_EQ(check.contradictions.empty(), whole.contradictions.empty());
      }
      for (const Contradiction& one : check.contradictions) {
        const auto again = check_rules(only(mission, one)).contradictions;
        ASSERT_FALSE(again.empty()) << "seed " << seed << ", " << choices;
        if (one.minimal) {
          EXPECT_EQ(again, std::vector{one}) << "seed " << seed << ", " << choices;
        }
        not_minimal += !one.minimal;
      }
      const base::Issues words = in_words(mission, check);
      EXPECT_EQ(words.size(), check.contradictions.size() + !check.settled);
      unsettled += !check.settled && check.contradictions.empty();
      found_by_part += !check.settled && !check.contradictions.empty();
    }
  }
  EXPECT_GT(unsettled, 20);
  EXPECT_GT(found_by_part, 0);
  EXPECT_GT(not_minimal, 5);
}

TEST(Contradictions, ThatTheSearchFoundNoneInItsLimitsIsSaid) {
  Mission mission = tight_mission();
  mission.rules = {by_office("R1", RuleKind::AtMostADay, mission.offices[0].id, {})};
  mission.rules[0].most = 3;
  EXPECT_TRUE(in_words(mission, check_rules(mission)).empty());
  EXPECT_EQ(base::sentence(in_words(mission, check_rules(mission, 1)).at(0)),
            "Whether all 1 rules of protocol can be kept together is not settled: within its "
            "limits the search found neither a contradiction nor a programme that keeps them all.");
}

// A3 may start at 10 or later; at 10 it is where B4 cannot be reached in time for both.
TEST(Contradictions, OfARuleThatComesLaterNameWhatWouldHaveToMove) {
  Mission mission = tight_mission();
  auto& moved = mission.activities[2];
  moved.timing.precision = Precision::Window;
  moved.timing.latest = base::LocalDateTime{moved.timing.earliest->date, 20 * 60};
  mission.activities[3].timing.earliest->minute_of_day = 10 * 60;
  mission.activities.erase(mission.activities.begin(), mission.activities.begin() + 2);
  Plan plan;
  for (const Activity& activity : mission.activities)
    plan.activities.push_back({activity.id, {}, *activity.timing.earliest});
  const auto princess = mission.offices[0].id, minister = mission.offices[1].id;
  mission.rules = {by_office("R7", RuleKind::AlwaysWith, minister, princess)};
  EXPECT_TRUE(check_rules(mission, plan, {}).contradictions.empty());
  EXPECT_TRUE(check_rules(mission, plan, {{"B4"}}).contradictions.empty());
  const RuleCheck check = check_rules(mission, plan, {{"B4"}, {"A3"}});
  ASSERT_EQ(check.contradictions.size(), 1u);
  EXPECT_EQ(check.contradictions[0].standing, std::vector<ActivityId>{{"A3"}});
  EXPECT_EQ(base::sentence(in_words(mission, check)[0]),
            "Rule R7 always_with contradicts with the activities A3 and B4, with A3 where and when "
            "the plan has it: give up any one.");
  plan.activities.pop_back();
  EXPECT_TRUE(check_rules(mission, plan, {{"A3"}}).contradictions.empty()) << "B4 is not held";
}

}  // namespace
}  // namespace kontor::planning
