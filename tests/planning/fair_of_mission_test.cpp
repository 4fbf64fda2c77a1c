#include "planning/fair_of_mission.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "engine/fair/solve.h"
#include "planning/fair_translate.h"
#include "planning/made_mission.h"

namespace kontor::planning {
namespace {

TEST(FairOfMission, TakesEveryMeetingWishAndNeverOfTheMission) {
  const mission::Mission mission = testing::make_mission(testing::small, 3);
  const mission::Fair fair = fair_of(mission);
  std::size_t wishes = 0;
  std::size_t musts = 0;
  for (const auto& wish : mission.wishes) {
    if (wish.counterpart.empty() || wish.level == mission::WishLevel::Never) continue;
    ++wishes;
    musts += wish.level == mission::WishLevel::Must ? 1 : 0;
  }
  ASSERT_GT(wishes, 0U);
  EXPECT_EQ(fair.wishes.size(), wishes);
  EXPECT_EQ(
      static_cast<std::size_t>(std::ranges::count(fair.wishes, 0, &mission::FairWish::points)),
      musts);
  for (const auto& wish : fair.wishes)
    EXPECT_NE(fair.participants[wish.wisher].side, fair.participants[wish.other].side);
  int slots = 0;
  int all = 0;
  for (const auto& it : fair.sessions) slots += it.slots;
  for (const auto& it : mission.sessions) all += it.slots;
  EXPECT_GT(slots, 0);
  EXPECT_LE(slots, all);
}

TEST(FairOfMission, GivesAFairThatIsPlannedToTheBound) {
  const auto translation = translate(fair_of(testing::make_mission(testing::small, 4)));
  const auto answer = engine::fair::solve(translation.problem, {}, {}, {});
  EXPECT_GE(answer.worth.value * 100, answer.bound * 99);
  EXPECT_GT(answer.worth.meetings, 0);
}

}  // namespace
}  // namespace kontor::planning
