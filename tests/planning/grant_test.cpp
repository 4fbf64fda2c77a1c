#include "planning/grant.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "planning/made_mission.h"
#include "planning/plan.h"
#include "planning/verify.h"
#include "planning/why.h"

namespace kontor::planning {
namespace {

using mission::Mission;
using mission::Plan;

Mission crowded(std::uint64_t seed) {
  testing::Measures measures = testing::small;
  measures.tables = 1;
  measures.slots = 3;
  return testing::make_mission(measures, seed);
}

// The announcement, made anew from everybody's agenda.
std::vector<Moved> differences(const Mission& mission, const Plan& before, const Plan& after) {
  std::vector<Moved> out;
  for (const auto& person : mission.people) {
    Moved moved{person.id, {}, {}};
    const auto old_day = agenda(mission, before, person.id);
    const auto new_day = agenda(mission, after, person.id);
    std::ranges::copy_if(old_day, std::back_inserter(moved.leaves), [&](const Engagement& one) {
      return std::ranges::find(new_day, one) == new_day.end();
    });
    std::ranges::copy_if(new_day, std::back_inserter(moved.takes), [&](const Engagement& one) {
      return std::ranges::find(old_day, one) == old_day.end();
    });
    if (!moved.leaves.empty() || !moved.takes.empty()) out.push_back(moved);
  }
  std::ranges::sort(out, {}, &Moved::person);
  return out;
}

TEST(Grant, EveryChangeGrantsTheWishVerifiesAndMovesExactlyThoseItNames) {
  int granted = 0, proven = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const Mission mission = crowded(seed);
    const Plan plan = make_plan(mission, "hash", {.seed = seed, .iterations = 1000}, {}, {});
    const Situation situation(mission, plan);
    for (const int wish : open_wishes(situation)) {
      const auto change = cheapest_grant(situation, wish);
      if (!change) continue;
      ++granted;
      SCOPED_TRACE(mission.wishes[wish].id.value);
      EXPECT_TRUE(verify(mission, change->plan, "hash").empty());
      EXPECT_NE(std::ranges::find(change->gained, mission.wishes[wish].id), change->gained.end());
      EXPECT_EQ(change->people, differences(mission, plan, change->plan));
      EXPECT_LE(change->least_disturbed, change->disturbed);
      proven += change->least_disturbed == change->disturbed;
      const auto again = cheapest_grant(situation, wish);
      EXPECT_EQ(digest_of(*again, plan), digest_of(*change, plan));
    }
  }
  EXPECT_GE(granted, 20);
  EXPECT_GE(proven, granted / 3);
}

TEST(Grant, ANeverIsNotOverridden) {
  Mission mission = crowded(1);
  auto wish = std::ranges::find_if(mission.wishes, [](const mission::Wish& one) {
    return !one.counterpart.empty() && one.level != mission::WishLevel::Never;
  });
  ASSERT_NE(wish, mission.wishes.end());
  mission::Wish never = *wish;
  const mission::WishId asked = wish->id;
  never.id.value = "no";
  never.level = mission::WishLevel::Never;
  std::swap(never.organisation, never.counterpart);
  std::erase_if(mission.wishes, [&](const mission::Wish& other) {
    return other.organisation == never.organisation && other.counterpart == never.counterpart;
  });
  mission.wishes.push_back(never);
  const Plan plan = make_plan(mission, "hash", {.seed = 1, .iterations = 500}, {}, {});
  const Situation situation(mission, plan);
  EXPECT_FALSE(cheapest_grant(situation, situation.wish(asked)));
}

}  // namespace
}  // namespace kontor::planning
