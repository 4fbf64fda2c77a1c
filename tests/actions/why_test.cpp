#include <algorithm>
#include <gtest/gtest.h>

#include "actions/ask_why.h"
#include "actions/grant_wish.h"
#include "actions/plan_fairly.h"
#include "actions/plan_mission.h"
#include "actions/publish_plan.h"
#include "actions/read_changes.h"
#include "actions/read_state.h"
#include "actions/read_view.h"
#include "actions/world.h"
#include "planning/plan.h"
#include "planning/replan.h"

namespace kontor::actions {

namespace {

const mission::Acting& coordinator() {
  return reader("coordinator");
}

// One slot: O1 meets C1 and O2 meets C2, so O2's must for C1 (W3) is open.
mission::Mission tight_mission() {
  mission::Mission mission = small_mission();
  mission.sessions[0].slots = 1;
  std::erase_if(mission.wishes, [](const mission::Wish& wish) { return wish.id.value == "W4"; });
  return mission;
}

// Serves it with a plan made and published.
void prepare(World& world) {
  world.put(tight_mission());
  planning::Options options;
  options.iterations = 400;
  ASSERT_TRUE(plan_mission(world.context, coordinator(), options, {}, {}));
  ASSERT_TRUE(publish_plan(world.context, coordinator()));
}

WhyAnswer ask(World& world, const std::string& name, const std::string& wish) {
  return ask_why(world.context, reader(name), {wish}).value();
}

template <class T>
std::string conflict(const Outcome<T>& outcome) {
  if (outcome || !std::holds_alternative<Conflict>(outcome.error())) return "none";
  return std::get<Conflict>(outcome.error()).code;
}

TEST(Why, the_coordinator_hears_all_causes_and_a_change) {
  World world;
  prepare(world);
  const WhyAnswer answer = ask(world, "coordinator", "W3");
  EXPECT_TRUE(answer.complete);
  ASSERT_EQ(answer.why.causes.size(), 2U);
  for (const planning::Obstacle& cause : answer.why.causes)
    EXPECT_EQ(cause.kind, mission::ObstacleKind::Meeting);
  ASSERT_TRUE(answer.change);
  EXPECT_EQ(answer.change_status, planning::RepairStatus::Found);
  EXPECT_EQ(answer.change->people.size(), 4U);
  EXPECT_EQ(answer.change->gained, std::vector<mission::WishId>{{"W3"}});
}

TEST(Why, applied_a_change_does_what_was_announced_and_is_logged_with_its_reason) {
  World world;
  prepare(world);
  const WhyAnswer answer = ask(world, "coordinator", "W3");
  const mission::Plan before = *answer.view->plan;
  const auto granted =
      grant_wish(world.context, coordinator(),
                 {{"W3"}, answer.token, "The minister asked", Publication::Publish});
  ASSERT_TRUE(granted);
  EXPECT_EQ(granted->version, 2);
  const auto view = read_view(world.context, coordinator()).value();
  EXPECT_EQ(planning::difference(*view->mission, before, *view->plan), answer.change->people);
  EXPECT_TRUE(ask(world, "coordinator", "W3").why.granted);
  const auto changes = read_changes(world.context, coordinator()).value().changes;
  ASSERT_GE(changes.size(), 2U);
  EXPECT_EQ(changes[1].verb, "grant_wish");
  EXPECT_EQ(changes[1].subject, "wish/W3");
  EXPECT_NE(changes[1].detail.find("The minister asked"), std::string::npos);
}

TEST(Why, as_a_draft_nothing_is_published) {
  World world;
  prepare(world);
  const auto token = ask(world, "coordinator", "W3").token;
  const auto granted = grant_wish(world.context, coordinator(), {{"W3"}, token, "A try"});
  ASSERT_TRUE(granted);
  EXPECT_EQ(granted->version, 0);
  EXPECT_EQ(read_view(world.context, coordinator()).value()->plan->version, 1);
  EXPECT_EQ(read_draft(world.context, coordinator()).value().plan, granted->change.plan);
}

TEST(Why, a_change_announced_for_another_plan_is_refused) {
  World world;
  prepare(world);
  const auto token = ask(world, "coordinator", "W3").token;
  ASSERT_TRUE(
      grant_wish(world.context, coordinator(), {{"W3"}, token, "Once", Publication::Publish}));
  EXPECT_EQ(conflict(grant_wish(world.context, coordinator(), {{"W3"}, token, "Twice"})),
            "not_as_announced");
  EXPECT_EQ(conflict(grant_wish(world.context, coordinator(), {{"W1"}, token, "Another"})),
            "not_as_announced");
}

TEST(Why, without_a_reason_nothing_is_changed) {
  World world;
  prepare(world);
  const auto token = ask(world, "coordinator", "W3").token;
  const auto granted = grant_wish(world.context, coordinator(), {{"W3"}, token, " "});
  ASSERT_FALSE(granted);
  EXPECT_TRUE(std::holds_alternative<base::Issues>(granted.error()));
  EXPECT_FALSE(read_draft(world.context, coordinator()));
}

TEST(Why, only_those_with_the_right_are_offered_a_change_or_make_one) {
  World world;
  prepare(world);
  for (const auto& [name, acting] : readers()) {
    const auto answer = ask_why(world.context, acting, {"W3"});
    EXPECT_EQ(answer && answer->change, may(acting, Verb::GrantWish)) << name;
    const auto granted = grant_wish(world.context, acting, {{"W3"}, "token", "Why"});
    ASSERT_FALSE(granted);
    EXPECT_EQ(std::holds_alternative<Denied>(granted.error()), !may(acting, Verb::GrantWish));
    const auto fair = price_minimum(world.context, acting, 90, {});
    EXPECT_EQ(!fair && std::holds_alternative<Denied>(fair.error()),
              !may(acting, Verb::PlanMission));
  }
}

TEST(Why, wishes_of_others_are_missing_as_if_they_were_not_there) {
  World world;
  prepare(world);
  for (const std::string name : {"public", "P1", "Q1", "FI", "press", "protocol"}) {
    const auto hidden = ask_why(world.context, reader(name), {"W3"});
    ASSERT_FALSE(hidden) << name;
    EXPECT_EQ(hidden.error(), Refusal(Missing{"wish", "W3"})) << name;
  }
}

// Two worlds, the plan the same; only in the second C1 says never to O2.
TEST(Why, a_never_changes_no_answer_and_no_page_of_those_without_the_right_to_it) {
  std::map<std::string, std::string> etags;
  std::map<std::string, planning::Obstacles> causes;
  for (const bool never : {false, true}) {
    World world;
    mission::Mission mission = small_mission();
    mission.sessions[0].slots = 1;
    store::StoredPlan stored = small_plan();
    if (!never) {
      std::erase_if(mission.wishes,
                    [](const mission::Wish& wish) { return wish.id.value == "W4"; });
      stored.plan.unplaced = {{{"W3"}, mission::Cause::ClashesWithMeetings, {"O1", "C2"}}};
    }
    world.put(mission);
    world.put(stored);
    for (const std::string name : {"AW", "director", "P1", "FI", "press", "protocol"}) {
      const std::string etag = read_view(world.context, reader(name)).value()->etag;
      const auto answer = ask_why(world.context, reader(name), {"W3"});
      const auto found = answer ? answer->why.causes : planning::Obstacles{};
      if (!never) {
        etags[name] = etag;
        causes[name] = found;
      }
      EXPECT_EQ(etag, etags[name]) << name;
      EXPECT_EQ(found, causes[name]) << name;
    }
    if (!never) continue;
    const auto whole = ask(world, "coordinator", "W3").why.causes;
    EXPECT_EQ(std::ranges::count(whole, mission::ObstacleKind::Never, &planning::Obstacle::kind),
              1);
  }
  EXPECT_FALSE(causes["AW"].empty());
}

// Two worlds; only in the second the principal takes O2's only hour at the hotel.
TEST(Why, a_principal_in_the_way_reads_not_available) {
  for (const bool there : {false, true}) {
    World world;
    mission::Mission mission = small_mission();
    mission.wishes.push_back(mission.wishes[4]);
    mission.wishes.back().id.value = "W8";
    mission.wishes.back().person.value = "P3";
    mission.wishes.back().activity.value = "A2";
    store::StoredPlan stored = small_plan();
    stored.plan.waiting.clear();
    std::erase_if(stored.plan.attendances,
                  [](const auto& attendance) { return attendance.person.value == "P3"; });
    stored.plan.unplaced.push_back({{"W7"}, mission::Cause::ActivityNotPlaced, {}});
    stored.plan.unplaced.push_back({{"W8"}, mission::Cause::ActivityFull, {}});
    mission.activities[1].capacity = there ? 1 : 2;
    if (there) stored.plan.attendances.push_back({{"A2"}, {"PR"}, {}});
    world.put(mission);
    world.put(stored);
    const WhyAnswer answer = ask(world, "FI", "W8");
    EXPECT_FALSE(answer.complete);
    EXPECT_FALSE(answer.change);
    EXPECT_FALSE(answer.change_status);
    EXPECT_EQ(answer.why.causes, planning::Obstacles(1)) << "not available, and nothing more";
  }
}

}  // namespace

}  // namespace kontor::actions
