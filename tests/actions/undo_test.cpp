#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/change.h"
#include "actions/read_changes.h"
#include "actions/read_state.h"
#include "actions/world.h"
#include "base/hash.h"
#include "exchange/folder_write.h"
#include "planning/made_mission.h"
#include "planning/plan.h"
#include "store/plans.h"

namespace kontor::actions {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A planned mission, and two coordinators who change it.
class Undo : public ::testing::Test {
 protected:
  Undo() {
    const auto mission = planning::testing::make_mission(planning::testing::small, 2);
    const std::string hash = base::sha256(exchange::canonical_text(mission));
    world.put(mission, hash);
    store::StoredPlan stored;
    stored.plan = planning::make_plan(mission, hash, {2, 1500}, {}, {});
    stored.plan.version = 1;
    stored.verification = store::Verification{true, world.now, {}};
    world.put(stored);
    first = stored.plan;
  }

  // The number of the change in the log.
  std::int64_t apply(const mission::Disruption& disruption) {
    const auto preview = preview_change(world.context, ann, {disruption, base::Instant::min()});
    EXPECT_TRUE(preview.has_value() && !preview->proposals.empty());
    const auto version = apply_change(
        world.context, ann, {{disruption, base::Instant::min()}, 0, preview->version, {}, "why"});
    EXPECT_TRUE(version.has_value());
    return last_change(world.context);
  }
  std::int64_t cancel(std::size_t activity) {
    return apply(mission::ActivityCancelled{first.activities[activity].activity});
  }
  std::shared_ptr<const Whole> now() { return read_whole(world.context, ann).value(); }
  bool placed(std::size_t activity) {
    const mission::Plan& plan = now()->published.plan;
    return std::ranges::find(plan.activities, first.activities[activity]) != plan.activities.end();
  }
  std::vector<std::int64_t> undoable(const mission::Acting& acting) {
    return read_changes(world.context, acting).value().undoable;
  }
  static std::string conflict(const Outcome<store::PlanVersion>& answer) {
    const auto* found = answer ? nullptr : std::get_if<Conflict>(&answer.error());
    return found ? found->code : "";
  }
  // Which later changes stand in the way.
  static std::vector<std::string> later(const Outcome<store::PlanVersion>& answer) {
    std::vector<std::string> out;
    const auto* issues = answer ? nullptr : std::get_if<base::Issues>(&answer.error());
    if (issues != nullptr)
      for (const auto& issue : *issues) out.push_back(issue.code + " " + issue.value);
    return out;
  }

  World world;
  mission::Acting ann = named("ann"), bob = named("bob");
  mission::Plan first;

 private:
  static mission::Acting named(const std::string& name) {
    mission::Acting acting = reader("coordinator");
    acting.name = name;
    return acting;
  }
};

TEST_F(Undo, OfAnEarlierChangeKeepsTheLaterOne) {
  const auto one = cancel(0), two = cancel(1);
  ASSERT_FALSE(placed(0));
  const auto version = undo_change(world.context, ann, one);
  ASSERT_TRUE(version.has_value());
  EXPECT_EQ(version->version, 4);
  EXPECT_TRUE(placed(0));
  EXPECT_FALSE(placed(1));
  const auto log = read_changes(world.context, ann).value();
  EXPECT_EQ(log.changes.front().undoes, one);
  EXPECT_THAT(log.undoable, ElementsAre(log.changes.front().number, two));
}

TEST_F(Undo, OfTheLastChangesOneAfterTheOtherGivesTheFirstPlanAgain) {
  const mission::Mission mission = now()->mission;
  cancel(0);
  cancel(1);
  ASSERT_TRUE(undo_change(world.context, ann).has_value());
  EXPECT_FALSE(placed(0));
  ASSERT_TRUE(undo_change(world.context, ann).has_value());
  EXPECT_EQ(now()->mission, mission);
  mission::Plan plan = now()->published.plan;
  EXPECT_EQ(plan.version, 5);
  plan.version = 1;
  EXPECT_EQ(plan, first);
  EXPECT_EQ(conflict(undo_change(world.context, ann)), "nothing_to_undo");
}

TEST_F(Undo, NamesTheLaterChangeThatConcernsTheSame) {
  const auto moved = apply(mission::ActivityMoved{
      first.activities[0].activity, base::plus_minutes(first.activities[0].starts_at, 60), {}});
  cancel(1);
  const auto cancelled = cancel(0);
  EXPECT_THAT(later(undo_change(world.context, ann, moved)),
              ElementsAre("later_change " + std::to_string(cancelled)));
  EXPECT_EQ(now()->published.plan.version, 4);
  ASSERT_TRUE(undo_change(world.context, ann, cancelled).has_value());
  EXPECT_TRUE(undo_change(world.context, ann, moved).has_value());
  EXPECT_TRUE(placed(0));
  EXPECT_FALSE(placed(1));
}

TEST_F(Undo, CanItselfBeTakenBack) {
  const auto one = cancel(0);
  ASSERT_TRUE(undo_change(world.context, ann, one).has_value());
  EXPECT_EQ(conflict(undo_change(world.context, ann, one)), "nothing_to_undo");
  ASSERT_TRUE(undo_change(world.context, ann, last_change(world.context)).has_value());
  EXPECT_FALSE(placed(0));
  EXPECT_THAT(undoable(ann), ElementsAre(last_change(world.context), one));
}

TEST_F(Undo, IsForTheAuthorAlone) {
  const auto one = cancel(0);
  EXPECT_THAT(undoable(bob), IsEmpty());
  EXPECT_EQ(conflict(undo_change(world.context, bob, one)), "not_your_change");
  EXPECT_FALSE(placed(0));
}

TEST_F(Undo, StopsAtWhatWasLockedSince) {
  const auto one = apply(mission::ActivityMoved{
      first.activities[0].activity, base::plus_minutes(first.activities[0].starts_at, 60), {}});
  const std::string lock = "activity/" + first.activities[0].activity.value;
  ASSERT_TRUE(set_lock(world.context, bob, lock, Locking::Lock).has_value());
  EXPECT_THAT(later(undo_change(world.context, ann, one)), ElementsAre("lock_in_the_way " + lock));
  ASSERT_TRUE(set_lock(world.context, bob, lock, Locking::Unlock).has_value());
  EXPECT_TRUE(undo_change(world.context, ann, one).has_value());
}

}  // namespace
}  // namespace kontor::actions
