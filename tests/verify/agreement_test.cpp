// kontor-verify and the verifier inside Kontor share no code; here they judge the same plans.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <optional>
#include <sys/wait.h>

#include "base/hash.h"
#include "base/rng.h"
#include "exchange/folder_write.h"
#include "exchange/plan_write.h"
#include "planning/made_mission.h"
#include "planning/made_rules.h"
#include "planning/plan.h"
#include "planning/verify.h"

namespace kontor {
namespace {

namespace fs = std::filesystem;
using mission::Mission;
using mission::Plan;

// The exit code of kontor-verify for a plan, sealed by the writer whatever it says.
int code_of(const Mission& mission, const Plan& plan) {
  const fs::path folder = fs::path(testing::TempDir()) / "kontor_agreement";
  exchange::write_plan_folder(mission, plan, folder);
  const std::string command = std::string(KONTOR_VERIFY) + " " + folder.string() + " >" +
                              (folder / "said").string() + " 2>&1";
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// A small mission, with coaches where the seed is even.
Mission mission_of(std::uint64_t seed) {
  Mission mission = planning::testing::make_mission(planning::testing::small, seed);
  if (seed % 2 == 0) planning::testing::add_transport(mission, seed);
  return mission;
}

std::string said() {
  std::ifstream in(fs::path(testing::TempDir()) / "kontor_agreement" / "said");
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string hash_of(const Mission& mission) {
  return base::sha256(exchange::canonical_text(mission));
}

Plan plan_of(const Mission& mission, std::uint64_t seed) {
  return planning::make_plan(mission, hash_of(mission), {.seed = seed, .iterations = 300}, {}, {});
}

class Draw {
 public:
  explicit Draw(std::uint64_t seed) : rng_(seed) {}
  int below(std::size_t most) { return static_cast<int>(rng_.below(most)); }
  // An element of a list that is not empty.
  auto& of(auto& list) { return list[below(list.size())]; }
  void erase(auto& list) {
    if (!list.empty()) list.erase(list.begin() + below(list.size()));
  }

 private:
  base::Rng rng_;
};

// Spoils a plan in one of many ways; some leave it as it was, some are good plans still.
void spoil(const Mission& mission, Plan& plan, Draw& draw) {
  switch (draw.below(16)) {
    case 0:
      draw.of(plan.meetings).slot = draw.below(4);
      break;
    case 1:
      draw.of(plan.meetings).table = draw.below(5);
      break;
    case 2:
      draw.of(plan.meetings).first_person = draw.of(mission.people).id;
      break;
    case 3:
      draw.of(plan.meetings).second = draw.of(mission.organisations).id;
      break;
    case 4:
      draw.of(plan.meetings).session = draw.of(mission.sessions).id;
      break;
    case 5:
      draw.erase(plan.meetings);
      break;
    case 6:
      draw.erase(plan.attendances);
      break;
    case 7:
      draw.of(plan.attendances).person = draw.of(mission.people).id;
      break;
    case 8:
      draw.of(plan.attendances).wish = draw.of(mission.wishes).id;
      break;
    case 9:
      draw.of(plan.activities).starts_at.minute_of_day = 15 * draw.below(96);
      break;
    case 10:
      draw.of(plan.activities).room = draw.of(plan.activities).room;
      break;
    case 11:
      draw.erase(plan.unplaced);
      break;
    case 13:
      if (!mission.coaches.empty()) draw.of(plan.attendances).coach = draw.of(mission.coaches).id;
      break;
    case 14:
      draw.of(plan.attendances).coach = {};
      break;
    case 12:
      plan.score.value += draw.below(3) - 1;
      break;
    default:
      draw.erase(plan.unplaced_activities);
      break;
  }
}

TEST(KontorVerify, AcceptsEveryPlanThatThePlannerMakes) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Mission mission = mission_of(seed);
    const Plan plan = plan_of(mission, seed);
    ASSERT_TRUE(planning::verify(mission, plan, hash_of(mission)).empty()) << seed;
    EXPECT_EQ(code_of(mission, plan), 0) << "seed " << seed << "\n" << said();
  }
}

TEST(KontorVerify, RefusesWhateverTheVerifierInsideRefuses) {
  int refused = 0;
  for (std::uint64_t seed = 1; seed <= 15; ++seed) {
    const Mission mission = mission_of(seed);
    const Plan good = plan_of(mission, seed);
    ASSERT_FALSE(good.meetings.empty() || good.attendances.empty() || good.activities.empty());
    Draw draw(seed);
    for (int round = 0; round < 12; ++round) {
      Plan plan = good;
      spoil(mission, plan, draw);
      const base::Issues issues = planning::verify(mission, plan, hash_of(mission));
      const int code = code_of(mission, plan);
      if (issues.empty()) continue;
      ++refused;
      EXPECT_EQ(code, 2) << "seed " << seed << ", round " << round << ": "
                         << base::sentence(issues[0]);
    }
  }
  EXPECT_GT(refused, 60);
}

TEST(KontorVerify, AcceptsPlansWithAnyRules) {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    Mission mission = planning::testing::make_mission(planning::testing::small, seed);
    planning::testing::add_rules(mission, seed);
    const Plan plan = plan_of(mission, seed);
    ASSERT_TRUE(planning::verify(mission, plan, hash_of(mission)).empty()) << seed;
    EXPECT_EQ(code_of(mission, plan), 0) << "seed " << seed << "\n" << said();
  }
}

// What kontor-verify says of a plan that was made without the rules.
std::string said_with(Mission mission, const Plan& plan, std::vector<mission::Rule> rules) {
  mission.rules = std::move(rules);
  EXPECT_EQ(code_of(mission, plan), 2);
  return said();
}

mission::Rule rule(mission::RuleKind kind, const mission::PersonId& who,
                   const mission::PersonId& with = {}) {
  mission::Rule out;
  out.id = {"R1"};
  out.kind = kind;
  if (!who.empty()) out.who.people = {who};
  if (!with.empty()) out.with.people = {with};
  return out;
}

TEST(KontorVerify, NamesTheRuleThatAPlanBreaks) {
  using mission::RuleKind;
  const Mission mission = planning::testing::make_mission(planning::testing::small, 5);
  const Plan plan = plan_of(mission, 2);
  std::size_t i = 1;
  while (plan.attendances.at(i).activity != plan.attendances.at(i - 1).activity) ++i;
  const auto a = plan.attendances[i - 1], b = plan.attendances[i];
  mission::PersonId absent;
  for (const auto& person : mission.people)
    if (std::ranges::none_of(plan.attendances, [&](const auto& attendance) {
          return attendance.activity == a.activity && attendance.person == person.id;
        }))
      absent = person.id;
  const auto says = [&](std::vector<mission::Rule> rules, const std::string& name) {
    for (auto& one : rules)
      if (one.scope.empty() && one.kind != RuleKind::Rest) one.scope.activities = {a.activity};
    EXPECT_NE(said_with(mission, plan, rules).find(name), std::string::npos) << name << said();
  };
  says({rule(RuleKind::AlwaysWith, absent, a.person)}, "breaks rule R1 always_with");
  says({rule(RuleKind::AtLeastOneOf, absent)}, "breaks rule R1 at_least_one_of");
  says({rule(RuleKind::NeverWith, a.person, b.person)}, "breaks rule R1 never_with");
  says({rule(RuleKind::AtMostADay, a.person)}, "breaks rule R1 at_most_a_day");
  for (const RuleKind kind : {RuleKind::ArrivesLast, RuleKind::LeavesFirst}) {
    auto first = rule(kind, a.person), second = rule(kind, b.person);
    second.id = {"R2"};
    first.minutes = second.minutes = 5;
    says({first, second}, "breaks rule R2 " + std::string(mission::word(kind)));
  }
  auto clearance = rule(RuleKind::ClearanceNeeded, {});
  clearance.site = "lab";
  says({clearance}, "breaks rule R1 clearance_needed");
  auto rest = rule(RuleKind::Rest, plan.meetings.at(0).first_person);
  rest.minutes = 24 * 60;
  for (const auto& attendance : plan.attendances) rest.who.people.push_back(attendance.person);
  says({rest}, "breaks rule R1 rest");
  for (const RuleKind kind :
       {RuleKind::ArrivesLast, RuleKind::LeavesFirst, RuleKind::GuestsInPlace}) {
    mission::Rule wait = rule(kind, {});
    for (const auto& office : mission.offices) wait.who.offices.push_back(office.id);
    wait.minutes = 24 * 60;
    EXPECT_NE(
        said_with(mission, plan, {wait}).find("by rule R1 " + std::string(mission::word(kind))),
        std::string::npos)
        << said();
  }
}

TEST(KontorVerify, NamesTheRuleOfATransferAndOfATable) {
  using mission::RuleKind;
  Mission mission = planning::testing::make_mission(planning::testing::small, 5);
  const Plan plan = plan_of(mission, 2);
  const auto& meeting = plan.meetings.at(0);
  EXPECT_NE(said_with(mission, plan,
                      {rule(RuleKind::NeverWith, meeting.first_person, meeting.second_person)})
                .find("breaks rule R1 never_with"),
            std::string::npos);
  std::size_t i = 1;
  while (plan.attendances.at(i).activity != plan.attendances.at(i - 1).activity) ++i;
  std::ranges::find(mission.activities, plan.attendances[i].activity, &mission::Activity::id)
      ->kind = mission::ActivityKind::Transfer;
  EXPECT_NE(said_with(mission, plan,
                      {rule(RuleKind::NotSameVehicle, plan.attendances[i - 1].person,
                            plan.attendances[i].person)})
                .find("breaks rule R1 not_same_vehicle"),
            std::string::npos);
}

TEST(KontorVerify, NamesTheRuleOfTwoInOneCoachAndAcceptsTwo) {
  using mission::RuleKind;
  for (std::uint64_t seed = 1;; ++seed) {
    ASSERT_LE(seed, 40u) << "no coach takes two";
    Mission mission = planning::testing::make_mission(planning::testing::small, seed);
    planning::testing::add_transport(mission, seed);
    const Plan plan = plan_of(mission, 2);
    const auto& all = plan.attendances;
    const auto shared = std::ranges::adjacent_find(all, [](const auto& a, const auto& b) {
      return !a.coach.empty() && a.coach == b.coach && a.activity == b.activity;
    });
    if (shared == all.end()) continue;
    const auto apart = rule(RuleKind::NotSameVehicle, shared->person, std::next(shared)->person);
    EXPECT_NE(said_with(mission, plan, {apart}).find("breaks rule R1 not_same_vehicle"),
              std::string::npos);
    mission.rules = {apart};
    EXPECT_EQ(code_of(mission, plan_of(mission, 2)), 0) << said();
    return;
  }
}

// Two receptions of the whole delegation at one time, by coach, and pairs who must not share one;
// nothing where the seed has no two such activities in one city.
struct Receptions {
  Mission mission;
  std::vector<mission::ActivityId> both;
};

std::optional<Receptions> two_receptions(std::uint64_t seed, Draw& draw) {
  Receptions out{planning::testing::make_mission(planning::testing::small, seed), {}};
  Mission& mission = out.mission;
  planning::testing::add_transport(mission, seed);
  std::vector<mission::Activity*> by_coach;
  for (auto& activity : mission.activities)
    if (activity.by_coach) by_coach.push_back(&activity);
  if (by_coach.size() < 2 || by_coach[0]->leg != by_coach[1]->leg) return std::nullopt;
  for (mission::Activity* one : {by_coach[0], by_coach[1]}) {
    one->audience = {};
    one->audience.whole_delegation = true;
    one->timing = by_coach[0]->timing;
    one->timing.precision = mission::Precision::Fixed;
    one->planned_timing.reset();
    out.both.push_back(one->id);
  }
  const auto leg = by_coach[0]->leg;
  std::erase_if(mission.coaches, [&](const auto& coach) { return coach.leg == leg; });
  for (int k = 1; k <= 3; ++k) {
    mission::Coach coach;
    coach.id = {"K" + std::to_string(k)};
    coach.leg = leg;
    coach.name = base::Text::same(coach.id.value);
    coach.seats = 60;
    mission.coaches.push_back(coach);
  }
  for (int k = 1; k <= 5; ++k) {
    mission.rules.push_back(rule(mission::RuleKind::NotSameVehicle, draw.of(mission.people).id,
                                 draw.of(mission.people).id));
    mission.rules.back().id = {"R" + std::to_string(k)};
  }
  return out;
}

// Sends somebody of either reception to one of them, in some coach.
void send_elsewhere(const Receptions& receptions, Plan& plan, Draw& draw) {
  std::vector<mission::Attendance*> there;
  for (auto& attendance : plan.attendances)
    if (std::ranges::find(receptions.both, attendance.activity) != receptions.both.end())
      there.push_back(&attendance);
  if (there.empty()) return;
  const auto& coaches = receptions.mission.coaches;
  mission::Attendance& moved = *draw.of(there);
  const mission::Attendance& like = *draw.of(there);
  moved.activity = like.activity;
  moved.coach = draw.below(2) == 0 ? like.coach : coaches[draw.below(coaches.size())].id;
  std::ranges::sort(plan.attendances, {},
                    [](const auto& one) { return std::pair(one.activity, one.person); });
}

// Who goes to which, both verifiers judge alike, however the plan is changed.
TEST(KontorVerify, AgreesOnWhoIsExcusedFromTheEarlierOfTwoReceptions) {
  int good = 0, bad = 0, cases = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    Draw draw(seed);
    auto receptions = two_receptions(seed, draw);
    if (!receptions) continue;
    ++cases;
    const Mission& mission = receptions->mission;
    const Plan plan = plan_of(mission, seed);
    for (int round = 0; round <= 12; ++round) {
      Plan other = plan;
      if (round > 0) send_elsewhere(*receptions, other, draw);
      const base::Issues issues = planning::verify(mission, other, hash_of(mission));
      EXPECT_EQ(issues.empty(), code_of(mission, other) == 0)
          << "seed " << seed << ", round " << round << ": "
          << (issues.empty() ? said() : base::sentence(issues[0]));
      if (round == 0 && !issues.empty()) ADD_FAILURE() << seed << base::sentence(issues[0]);
      ++(issues.empty() ? good : bad);
    }
  }
  EXPECT_GT(cases, 2);
  EXPECT_GT(good, cases);
  EXPECT_GT(bad, cases);
}

TEST(KontorVerify, RefusesEveryOtherBound) {
  const Mission mission = planning::testing::make_mission(planning::testing::small, 3);
  Plan plan = plan_of(mission, 3);
  for (const int step : {-1, 1}) {
    plan.score.bound += step;
    EXPECT_EQ(code_of(mission, plan), 2);
    EXPECT_NE(said().find("score bound"), std::string::npos) << said();
    plan.score.bound -= step;
  }
}

}  // namespace
}  // namespace kontor
