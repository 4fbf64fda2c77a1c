#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/demo_sign_in.h"
#include "actions/feed_link.h"
#include "actions/feed_person.h"
#include "actions/load_mission.h"
#include "actions/plan_mission.h"
#include "actions/publish_plan.h"
#include "actions/read_changes.h"
#include "actions/read_state.h"
#include "actions/read_view.h"
#include "actions/sessions.h"
#include "actions/world.h"
#include "planning/plan.h"
#include "store/plans.h"

namespace kontor::actions {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const mission::Acting& coordinator() {
  return reader("coordinator");
}

planning::Options quick() {
  planning::Options options;
  options.iterations = 200;
  return options;
}

Outcome<store::StoredPlan> plan(World& world) {
  return plan_mission(world.context, coordinator(), quick(), {}, {});
}

std::vector<std::string> verbs_logged(World& world) {
  std::vector<std::string> verbs;
  const ChangePage page = read_changes(world.context, coordinator()).value();
  for (const store::Change& change : page.changes)
    verbs.push_back(change.verb + " " + change.subject);
  return verbs;
}

template <class T>
std::string conflict(const Outcome<T>& outcome) {
  if (outcome || !std::holds_alternative<Conflict>(outcome.error())) return "none";
  return std::get<Conflict>(outcome.error()).code;
}

template <class T>
bool is_denied(const Outcome<T>& outcome) {
  return !outcome && std::holds_alternative<Denied>(outcome.error());
}

template <class T>
bool is_missing(const Outcome<T>& outcome) {
  return !outcome && std::holds_alternative<Missing>(outcome.error());
}

TEST(Verbs, a_mission_is_loaded_planned_and_published_and_all_of_it_is_logged) {
  World world;
  ASSERT_TRUE(load_mission(world.context, coordinator(), small_mission(), "hash"));
  const auto draft = plan(world);
  ASSERT_TRUE(draft);
  EXPECT_EQ(draft->plan.version, 0);
  EXPECT_EQ(draft->plan.input_hash, "hash");
  EXPECT_FALSE(draft->curve.empty());
  EXPECT_EQ(read_draft(world.context, coordinator()).value(), *draft);
  EXPECT_EQ(read_view(world.context, coordinator()).value()->plan->version, 0);
  const auto published = publish_plan(world.context, coordinator());
  ASSERT_TRUE(published);
  EXPECT_EQ(published->version, 1);
  EXPECT_EQ(published->published_by, "Coordinator");
  const auto view = read_view(world.context, coordinator()).value();
  EXPECT_EQ(view->plan->version, 1);
  EXPECT_EQ(view->plan->meetings, draft->plan.meetings);
  EXPECT_TRUE(view->verification->good);
  EXPECT_EQ(view->curve, draft->curve);
  EXPECT_THAT(verbs_logged(world), ElementsAre("publish_plan plan/1", "plan_mission plan/draft",
                                               "load_mission mission/small"));
  EXPECT_THAT(world.heard, ElementsAre("published 1"));
}

TEST(Verbs, an_old_version_is_kept_when_a_new_one_is_published) {
  World world;
  world.put(small_mission());
  ASSERT_TRUE(plan(world));
  ASSERT_TRUE(publish_plan(world.context, coordinator()));
  const auto first = read_view(world.context, coordinator()).value();
  EXPECT_EQ(conflict(publish_plan(world.context, coordinator())), "no_draft");
  ASSERT_TRUE(plan(world));
  EXPECT_EQ(publish_plan(world.context, coordinator())->version, 2);
  EXPECT_EQ(read_view(world.context, coordinator()).value()->versions.size(), 2U);
  const auto kept = world.store.read(
      [](sql::Connection& connection) { return store::read_plan(connection, {"small"}, 1); });
  EXPECT_EQ(kept->plan, *first->plan);
}

TEST(Load, the_same_mission_twice_changes_nothing) {
  World world;
  EXPECT_TRUE(load_mission(world.context, coordinator(), small_mission(), "hash")->changed);
  EXPECT_FALSE(load_mission(world.context, coordinator(), small_mission(), "hash")->changed);
  EXPECT_EQ(verbs_logged(world).size(), 1U);
}

TEST(Load, a_faulty_mission_is_refused_with_all_its_faults_and_nothing_is_written) {
  World world;
  mission::Mission mission = small_mission();
  mission.wishes[0].counterpart.value = "nobody";
  mission.activities[0].leg.value = "nowhere";
  const auto refused = load_mission(world.context, coordinator(), mission, "hash");
  ASSERT_FALSE(refused);
  EXPECT_GE(std::get<base::Issues>(refused.error()).size(), 2U);
  EXPECT_EQ(read_state(world.context), std::nullopt);
}

TEST(Load, another_mission_takes_the_place_of_the_served_one_only_when_asked) {
  World world;
  world.put(small_mission());
  mission::Mission other = small_mission();
  other.id.value = "other";
  EXPECT_EQ(conflict(load_mission(world.context, coordinator(), other, "other hash")),
            "other_mission");
  EXPECT_EQ(read_state(world.context)->id.value, "small");
  ASSERT_TRUE(
      load_mission(world.context, coordinator(), other, "other hash", OtherMission::Replace));
  EXPECT_EQ(read_state(world.context)->id.value, "other");
}

TEST(Publish, a_draft_of_other_facts_is_refused) {
  World world;
  world.put(small_mission());
  ASSERT_TRUE(plan(world));
  world.put(small_mission(), "other hash");
  EXPECT_EQ(conflict(publish_plan(world.context, coordinator())), "input_changed");
  EXPECT_EQ(read_state(world.context)->published_version, 0);
}

TEST(Publish, a_draft_that_does_not_verify_is_refused) {
  World world;
  world.put(small_mission());
  store::StoredPlan draft = plan(world).value();
  ASSERT_FALSE(draft.plan.meetings.empty());
  draft.plan.meetings.pop_back();
  world.put(draft);
  EXPECT_EQ(conflict(publish_plan(world.context, coordinator())), "not_verified");
  EXPECT_EQ(read_state(world.context)->published_version, 0);
  EXPECT_THAT(world.heard, IsEmpty());
}

TEST(Plan, facts_that_change_meanwhile_spoil_the_draft) {
  World world;
  world.put(small_mission());
  bool changed = false;
  const auto spoilt =
      plan_mission(world.context, coordinator(), quick(), {}, [&](const planning::Progress&) {
        if (!std::exchange(changed, true)) world.put(small_mission(), "other hash");
      });
  EXPECT_EQ(conflict(spoilt), "input_changed");
  EXPECT_EQ(conflict(read_draft(world.context, coordinator())), "no_draft");
}

TEST(EmptyStore, has_no_mission_to_work_with) {
  World world;
  EXPECT_EQ(conflict(plan(world)), "no_mission");
  EXPECT_EQ(conflict(publish_plan(world.context, coordinator())), "no_mission");
  EXPECT_EQ(conflict(read_view(world.context, coordinator())), "no_mission");
  EXPECT_EQ(conflict(read_changes(world.context, coordinator())), "no_mission");
}

TEST(Feed, a_link_leads_to_the_agenda_of_its_person_until_it_is_ended) {
  World world;
  world.put(small_mission());
  world.put(small_plan());
  const std::string token = feed_link(world.context, reader("P1"), {"P1"}).value();
  EXPECT_EQ(token.size(), 64U);
  const auto acting = feed_person(world.context, token);
  ASSERT_TRUE(acting);
  EXPECT_EQ(acting->person.value, "P1");
  EXPECT_EQ(read_view(world.context, *acting).value()->plan->meetings.size(), 1U);
  EXPECT_EQ(feed_person(world.context, std::string(64, '0')), std::nullopt);
  EXPECT_EQ(revoke_feed_links(world.context, reader("P1"), {"P1"}).value(), 1);
  EXPECT_EQ(feed_person(world.context, token), std::nullopt);
}

TEST(Feed, is_linked_by_its_person_their_agency_and_coordinators_only) {
  World world;
  world.put(small_mission());
  const auto link = [&](const std::string& name, const std::string& person) {
    return feed_link(world.context, reader(name), {person});
  };
  EXPECT_TRUE(link("P1", "P1"));
  EXPECT_TRUE(is_missing(link("P1", "P4")));  // a colleague
  EXPECT_TRUE(link("AW", "P1"));
  EXPECT_TRUE(is_missing(link("FI", "P1")));
  EXPECT_TRUE(is_missing(link("FI", "nobody")));  // which looks the same
  EXPECT_TRUE(link("coordinator", "P3"));
  EXPECT_TRUE(is_denied(link("public", "P1")));
  EXPECT_TRUE(is_denied(link("Q1", "Q1")));
}

TEST(Feed, the_latest_twenty_links_of_a_person_hold) {
  World world;
  world.put(small_mission());
  std::vector<std::string> tokens;
  for (int n = 0; n < 21; ++n)
    tokens.push_back(feed_link(world.context, coordinator(), {"P1"}).value());
  EXPECT_TRUE(feed_person(world.context, tokens.back()));
  int holding = 0;
  for (const std::string& token : tokens) holding += feed_person(world.context, token) ? 1 : 0;
  EXPECT_EQ(holding, 20);
}

TEST(Sessions, hold_until_they_end_or_run_out) {
  World world;
  world.put(small_mission());
  const std::string token = create_session(world.context, reader("P1"));
  EXPECT_EQ(find_session(world.context, token)->acting, reader("P1"));
  EXPECT_FALSE(find_session(world.context, "guessed"));
  world.now += lifetime_of(mission::Role::Delegate).idle - std::chrono::seconds(1);
  EXPECT_TRUE(find_session(world.context, token));
  world.now += lifetime_of(mission::Role::Delegate).idle;
  EXPECT_FALSE(find_session(world.context, token));
  const std::string second = create_session(world.context, reader("P1"));
  end_session(world.context, second);
  EXPECT_FALSE(find_session(world.context, second));
}

TEST(Demo, offers_a_reader_of_each_role_and_signs_them_in) {
  World world;
  world.put(small_mission());
  std::vector<std::string> keys;
  for (const DemoReader& offered : demo_readers(world.context)) {
    keys.push_back(offered.key);
    const auto token = demo_sign_in(world.context, offered.key);
    ASSERT_TRUE(token);
    EXPECT_EQ(find_session(world.context, *token)->acting, offered.acting);
  }
  EXPECT_THAT(keys, ElementsAre("coordinator", "adviser-AW", "adviser-FI", "delegate", "host",
                                "protocol", "press", "director"));
  EXPECT_TRUE(is_missing(demo_sign_in(world.context, "nobody")));
}

TEST(Demo, ends_with_the_invented_data) {
  World world;
  ASSERT_TRUE(load_mission(world.context, coordinator(), small_mission(), "hash"));
  const std::string token = demo_sign_in(world.context, "coordinator").value();
  mission::Mission real = small_mission();
  for (auto& person : real.people) person.record.invented = false;
  for (auto& organisation : real.organisations) organisation.record.invented = false;
  ASSERT_TRUE(load_mission(world.context, coordinator(), real, "other hash"));
  EXPECT_THAT(demo_readers(world.context), IsEmpty());
  EXPECT_EQ(conflict(demo_sign_in(world.context, "coordinator")), "not_a_demo");
  EXPECT_FALSE(find_session(world.context, token));
}

TEST(Sessions, of_one_mission_do_not_hold_for_another) {
  World world;
  world.put(small_mission());
  const std::string token = create_session(world.context, reader("coordinator"));
  mission::Mission other = small_mission();
  other.id.value = "other";
  world.put(other);
  EXPECT_FALSE(find_session(world.context, token));
}

TEST(Changes, come_in_pages_latest_first) {
  World world;
  world.put(small_mission());
  for (int n = 0; n < 5; ++n) ASSERT_TRUE(feed_link(world.context, coordinator(), {"P1"}));
  const auto numbers = [](const ChangePage& page) {
    std::vector<std::int64_t> out;
    for (const store::Change& change : page.changes) out.push_back(change.number);
    return out;
  };
  const ChangePage first = read_changes(world.context, coordinator(), {}, 3).value();
  EXPECT_THAT(numbers(first), ElementsAre(5, 4, 3));
  const ChangePage second = read_changes(world.context, coordinator(), first.next, 3).value();
  EXPECT_THAT(numbers(second), ElementsAre(2, 1));
  EXPECT_EQ(second.next, std::nullopt);
  EXPECT_EQ(first.changes[0].author, "Coordinator");
  EXPECT_EQ(first.changes[0].role, mission::Role::Coordinator);
  EXPECT_EQ(first.changes[0].at, world.now);
}

}  // namespace

}  // namespace kontor::actions
