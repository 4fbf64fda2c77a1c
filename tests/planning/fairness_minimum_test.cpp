#include "planning/fairness_minimum.h"

#include <gtest/gtest.h>
#include <set>

#include "planning/made_mission.h"
#include "planning/plan.h"
#include "planning/verify.h"

namespace kontor::planning {
namespace {

using mission::Mission;
using mission::Plan;

// Wishes of one organisation of the delegation by group, counted anew from mission and plan.
using Ledger = std::map<std::pair<std::string, std::string>, std::pair<int, int>>;

Ledger count(const Mission& mission, const Plan& plan) {
  std::set<mission::WishId> granted;
  for (const auto& attendance : plan.attendances) granted.insert(attendance.wish);
  for (const auto& meeting : plan.meetings)
    granted.insert(meeting.wishes.begin(), meeting.wishes.end());
  Ledger out;
  for (const auto& wish : mission.wishes) {
    if (wish.level == mission::WishLevel::Never) continue;
    mission::OrganisationId whose = wish.organisation;
    for (const auto& person : mission.people)
      if (person.id == wish.person) whose = person.organisation;
    for (const auto& organisation : mission.organisations) {
      if (organisation.id != whose || organisation.side != mission::Side::Delegation) continue;
      std::set<std::pair<std::string, std::string>> groups{
          {"kind", std::string(mission::word(organisation.kind))}};
      if (organisation.region != mission::Region::None)
        groups.emplace("region", mission::word(organisation.region));
      if (organisation.kind == mission::OrganisationKind::Company)
        groups.emplace("size", mission::word(organisation.size));
      if (!organisation.record.owner.empty())
        groups.emplace("agency", organisation.record.owner.value);
      for (const auto& group : groups) {
        ++out[group].first;
        if (granted.contains(wish.id)) ++out[group].second;
      }
    }
  }
  return out;
}

// A mission short of tables, so that groups fare differently.
Mission scarce(std::uint64_t seed) {
  testing::Measures measures = testing::small;
  measures.companies = 24;
  measures.delegates = 36;
  measures.meeting_wishes = 160;
  measures.tables = 2;
  return testing::make_mission(measures, seed);
}

TEST(FairnessMinimum, ItIsKeptOrProvenOutOfReachAndThePlanVerifies) {
  int attained = 0, raised = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const Mission mission = scarce(seed);
    const Plan before = make_plan(mission, "hash", {.seed = seed, .iterations = 3000}, {}, {});
    const FairnessMinimum minimum = plan_with_minimum(mission, before, 90, 6000, {});
    EXPECT_TRUE(verify(mission, minimum.plan, "hash").empty());
    EXPECT_EQ(minimum.points_lost, before.score.value - minimum.plan.score.value);
    const Ledger ledger = count(mission, minimum.plan), old = count(mission, before);
    std::int64_t asked = 0, granted = 0;
    for (const auto& [group, counts] : ledger)
      if (group.first == "kind") {
        asked += counts.first;
        granted += counts.second;
      }
    bool all = true;
    ASSERT_EQ(minimum.groups.size(), ledger.size());
    for (const GroupShare& share : minimum.groups) {
      const auto& counts = ledger.at({share.group_kind, share.group});
      EXPECT_EQ(share.asked, counts.first);
      EXPECT_EQ(share.granted, counts.second);
      EXPECT_EQ(share.granted_before, old.at({share.group_kind, share.group}).second);
      const bool below = 100 * counts.second * asked < 90 * granted * counts.first;
      EXPECT_EQ(share.below, below) << share.group_kind << " " << share.group;
      EXPECT_TRUE(!below || share.at_most < 0 || share.at_most >= share.granted);
      all = all && !below;
      if (share.granted > share.granted_before) ++raised;
    }
    EXPECT_EQ(minimum.attained, all);
    attained += minimum.attained;
  }
  EXPECT_GE(attained, 3);
  EXPECT_GE(raised, 3);
}

TEST(FairnessMinimum, APlanThatKeepsItAlreadyStaysAsItIs) {
  const Mission mission = scarce(2);
  const Plan before = make_plan(mission, "hash", {.seed = 2, .iterations = 1000}, {}, {});
  const FairnessMinimum minimum = plan_with_minimum(mission, before, 1, 1000, {});
  EXPECT_TRUE(minimum.attained);
  EXPECT_EQ(minimum.plan, before);
  EXPECT_EQ(minimum.wishes_lost, 0);
  EXPECT_EQ(minimum.points_lost, 0);
}

TEST(FairnessMinimum, TheOptionOfThePlannerDoesTheSame) {
  const Mission mission = scarce(3);
  const Plan before = make_plan(mission, "hash", {.seed = 3, .iterations = 1000}, {}, {});
  const Plan fair = make_plan(mission, "hash",
                              {.seed = 3, .iterations = 1000, .minimum_share_percent = 90}, {}, {});
  EXPECT_EQ(fair, plan_with_minimum(mission, before, 90, 1000, {}).plan);
}

}  // namespace
}  // namespace kontor::planning
