#include "planning/grant.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "engine/timetable/check.h"
#include "planning/assemble.h"
#include "planning/certificate.h"
#include "planning/locate.h"
#include "planning/made_mission.h"
#include "planning/plan.h"
#include "planning/verify.h"
#include "planning/why.h"

namespace kontor::planning {
namespace {

using mission::Mission;
using mission::Plan;
namespace timetable = engine::timetable;

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

// An activity that nobody could be told about when the plan was made, so that it was not held.
TEST(Grant, AnActivityThatIsNotHeldIsHeldForTheWish) {
  int held = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const Mission mission = testing::make_mission(testing::small, seed);
    Plan plan = make_plan(mission, "hash", {.seed = seed, .iterations = 500}, {}, {});
    const auto attended = std::ranges::find_if(
        plan.attendances, [](const auto& attendance) { return !attendance.wish.empty(); });
    if (attended == plan.attendances.end()) continue;
    const mission::ActivityId activity = attended->activity;
    Situation whole(mission, plan);
    timetable::Solution without = locate(mission, whole.translation(), plan);
    const int number = whole.activity(activity);
    without.options[number] = -1;
    std::erase_if(without.duties, [&](const auto& duty) { return duty.activity == number; });
    for (std::size_t w = 0; w < without.attends.size(); ++w)
      if (whole.problem().attendances[w].activity == number) without.attends[w] = false;
    const auto worth = timetable::check(whole.problem(), without).worth;
    const Plan before = plan;
    plan = assemble(mission, whole.translation(), whole.grid(), without, worth);
    plan.seed = before.seed;
    plan.input_hash = before.input_hash;
    plan.score.bound = before.score.bound;
    auto certificate = *read_certificate(before.certificate);
    certificate.value = plan.score.value;
    plan.certificate = write_certificate(certificate);
    ASSERT_TRUE(verify(mission, plan, "hash").empty());
    const Situation situation(mission, plan);
    for (const int wish : open_wishes(situation)) {
      if (mission.wishes[wish].activity != activity) continue;
      const auto change = cheapest_grant(situation, wish);
      if (!change) continue;
      ++held;
      EXPECT_TRUE(verify(mission, change->plan, "hash").empty());
      EXPECT_NE(std::ranges::find(change->plan.activities, activity,
                                  &mission::ActivityPlacement::activity),
                change->plan.activities.end());
    }
  }
  EXPECT_GE(held, 5);
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
