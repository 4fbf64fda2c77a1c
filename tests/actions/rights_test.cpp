#include "actions/rights.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/attention.h"
#include "actions/change.h"
#include "actions/draft.h"
#include "actions/jobs.h"
#include "actions/load_mission.h"
#include "actions/plan_mission.h"
#include "actions/publish_plan.h"
#include "actions/read_changes.h"
#include "actions/read_state.h"
#include "actions/world.h"
#include "planning/plan.h"

namespace kontor::actions {

namespace {

template <class T>
bool is_denied(const Outcome<T>& outcome) {
  return !outcome && std::holds_alternative<Denied>(outcome.error());
}

// Every verb asks the table: done by every reader, it is denied exactly where the table says so.
TEST(Rights, every_verb_is_denied_to_all_but_those_whom_the_table_names) {
  World world;
  world.put(small_mission());
  planning::Options options;
  options.iterations = 1;
  for (const auto& [name, acting] : readers()) {
    EXPECT_EQ(is_denied(load_mission(world.context, acting, small_mission(), "hash")),
              !may(acting, Verb::LoadMission))
        << name;
    EXPECT_EQ(is_denied(plan_mission(world.context, acting, options, {}, {})),
              !may(acting, Verb::PlanMission))
        << name;
    EXPECT_EQ(is_denied(read_draft(world.context, acting)), !may(acting, Verb::PlanMission))
        << name;
    EXPECT_EQ(is_denied(read_whole(world.context, acting)), !may(acting, Verb::PlanMission))
        << name;
    EXPECT_EQ(is_denied(compare_draft(world.context, acting)), !may(acting, Verb::PlanMission))
        << name;
    EXPECT_EQ(is_denied(restore_version(world.context, acting, 1)), !may(acting, Verb::PlanMission))
        << name;
    EXPECT_EQ(is_denied(read_attention(world.context, acting)), !may(acting, Verb::PlanMission))
        << name;
    EXPECT_EQ(is_denied(publish_plan(world.context, acting)), !may(acting, Verb::PublishPlan))
        << name;
    EXPECT_EQ(is_denied(read_changes(world.context, acting)), !may(acting, Verb::ReadChanges))
        << name;
    EXPECT_EQ(is_denied(preview_change(world.context, acting, {})),
              !may(acting, Verb::PreviewChange))
        << name;
    EXPECT_EQ(is_denied(read_locks(world.context, acting)), !may(acting, Verb::PreviewChange))
        << name;
    EXPECT_EQ(is_denied(apply_change(world.context, acting, {})), !may(acting, Verb::ApplyChange))
        << name;
    EXPECT_EQ(is_denied(undo_change(world.context, acting)), !may(acting, Verb::ApplyChange))
        << name;
    EXPECT_EQ(is_denied(set_lock(world.context, acting, "x", Locking::Lock)),
              !may(acting, Verb::ApplyChange))
        << name;
    Jobs jobs(world.context);
    EXPECT_EQ(is_denied(jobs.start(acting, options)), !may(acting, Verb::PlanMission)) << name;
    EXPECT_EQ(is_denied(jobs.stop(acting, "x")), !may(acting, Verb::PlanMission)) << name;
  }
}

TEST(Rights, the_public_may_only_read_and_see_public_records) {
  for (const Verb verb :
       {Verb::LoadMission, Verb::PlanMission, Verb::PublishPlan, Verb::LinkFeed, Verb::ReadChanges,
        Verb::GrantWish, Verb::PreviewChange, Verb::ApplyChange})
    EXPECT_EQ(reach(mission::Role::Public, verb), Reach::None) << word(verb);
  for (int matter = 1; matter <= static_cast<int>(Matter::Proof); ++matter)
    EXPECT_EQ(reach(mission::Role::Public, static_cast<Matter>(matter)), Reach::None) << matter;
}

TEST(Rights, own_reaches_no_further_than_the_own) {
  const mission::Acting& adviser = reader("AW");
  EXPECT_TRUE(may_see(adviser, Matter::Wish, Ownership::Own));
  EXPECT_FALSE(may_see(adviser, Matter::Wish, Ownership::Foreign));
}

}  // namespace

}  // namespace kontor::actions
