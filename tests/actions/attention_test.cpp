#include "actions/attention.h"

#include <gtest/gtest.h>

#include "actions/draft.h"
#include "actions/publish_plan.h"
#include "actions/sensitive.h"
#include "actions/world.h"
#include "store/letters.h"
#include "store/webhooks.h"

namespace kontor::actions {

namespace {

base::LocalDate day(const char* text) {
  return base::parse_date(text).value();
}

// The small mission on 1 September 2025; A1, on 7 October, needs a clearance ten working days
// before, by 23 September.
class Office : public testing::Test {
 protected:
  Office() {
    mission::Mission mission = small_mission();
    mission::Rule rule{};
    rule.id.value = "R1";
    rule.kind = mission::RuleKind::ClearanceNeeded;
    rule.scope.activities = {{"A1"}};
    rule.site = "laboratory";
    rule.working_days = 10;
    mission.rules.push_back(rule);
    mission.people[0].clearances = {
        {"laboratory", mission::ClearanceStatus::Filed, day("2025-09-02")}};
    world.put(mission);
    world.put(small_plan());
  }
  Attention seen() { return read_attention(world.context, reader("coordinator")).value(); }
  World world;
};

TEST_F(Office, counts_who_is_not_cleared_and_the_days_left_to_the_deadline) {
  const Attention attention = seen();
  ASSERT_EQ(attention.clearances.size(), 1U);
  const MissingClearance& missing = attention.clearances.front();
  EXPECT_EQ(missing.activity.value, "A1");
  EXPECT_EQ(missing.to_collect, 1);  // P3
  EXPECT_EQ(missing.filed, 1);       // P1
  EXPECT_EQ(missing.deadline, day("2025-09-23"));
  EXPECT_EQ(missing.days_left, 22);
  world.now = base::parse_instant("2025-10-07T22:30:00Z").value();  // the 8th at home
  EXPECT_TRUE(seen().clearances.empty());
}

TEST_F(Office, hears_of_letters_webhooks_and_fields_that_end_soon) {
  ASSERT_TRUE(keep_sensitive(world.context, reader("coordinator"), {"P1"},
                             {"diet", "none", "dinner", day("2025-10-01")}));
  ASSERT_TRUE(keep_sensitive(world.context, reader("coordinator"), {"P1"},
                             {"health", "none", "dinner", day("2025-10-02")}));
  world.store.write([&](sql::Connection& connection) {
    store::Letter letter;
    letter.made_at = letter.due_at = world.now;
    store::write_letter(connection, {"small"}, letter);
    letter.state = store::LetterState::Failed;
    store::write_letter(connection, {"small"}, letter);
    store::Webhook webhook{"w", {"small"}, "https://a.example", "whsec_", "", true, world.now, ""};
    store::write_webhook(connection, webhook);
  });
  EXPECT_TRUE(seen().webhooks.empty());
  world.store.write([](sql::Connection& connection) { store::end_webhook(connection, "w"); });
  const Attention attention = seen();
  EXPECT_EQ(attention.letters_to_approve, 1);
  EXPECT_EQ(attention.letters_failed, 1);
  ASSERT_EQ(attention.webhooks.size(), 1U);
  EXPECT_FALSE(attention.webhooks.front().active);
  ASSERT_EQ(attention.expiring.size(), 1U);  // the other one ends in 31 days
  EXPECT_EQ(attention.expiring.front().field, "diet");
  EXPECT_EQ(attention.expiring.front().days_left, 30);
}

TEST_F(Office, compares_a_version_that_is_taken_again_with_the_one_published_now) {
  const mission::Acting& acting = reader("coordinator");
  EXPECT_FALSE(compare_draft(world.context, acting));
  store::StoredPlan second = small_plan();
  second.plan.version = 2;
  second.plan.meetings[0].slot = 3;   // two people elsewhere
  second.plan.meetings[1].table = 4;  // another table disturbs nobody
  world.put(second);
  const auto again = restore_version(world.context, acting, 1);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->draft.plan.version, 0);
  EXPECT_EQ(again->disturbed, 2);
  EXPECT_EQ(again->people.size(), 4U);
  EXPECT_TRUE(again->of_these_facts);
  EXPECT_TRUE(seen().draft_waits);
  EXPECT_FALSE(restore_version(world.context, acting, 7));
  world.put(small_mission(), "other facts");
  EXPECT_FALSE(compare_draft(world.context, acting)->of_these_facts);
  EXPECT_FALSE(restore_version(world.context, acting, 1));
  EXPECT_TRUE(seen().facts_changed);
}

}  // namespace

}  // namespace kontor::actions
