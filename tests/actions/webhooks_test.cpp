#include "actions/webhooks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/event_log.h"
#include "actions/world.h"

namespace kontor::actions {
namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;
using testing::ElementsAre;
using testing::Pair;

// The example of the Standard Webhooks specification.
TEST(Signature, IsThatOfTheStandard) {
  store::Webhook webhook;
  webhook.secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const auto headers = signature(webhook, "msg_p5jXN8AQM9LWM0D4loKWxJek", R"({"test": 2432232314})",
                                 base::Instant(std::chrono::seconds(1614265330)));
  EXPECT_THAT(headers, ElementsAre(Pair("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"),
                                   Pair("webhook-timestamp", "1614265330"),
                                   Pair("webhook-signature",
                                        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")));
}

class Webhooks : public testing::Test {
 protected:
  Webhooks() {
    world_.put(small_mission());
    id_ = add_webhook(world_.context, coordinator_, "https://example.org/hook")->id;
  }
  void deliver() {
    deliver_webhooks(
        world_.context,
        [this](const std::string& address, const std::string& body, const Headers& headers) {
          EXPECT_EQ(address, "https://example.org/hook");
          bodies_.push_back(body);
          ids_.push_back(headers.front().second);
          return std::pair<int, std::string>{answer_, "nobody there"};
        },
        [] { return false; });
  }
  store::Delivery latest() { return read_deliveries(world_.context, coordinator_, id_)->front(); }

  const mission::Acting& coordinator_ = reader("coordinator");
  World world_;
  std::string id_;
  int answer_ = 200;
  std::vector<std::string> bodies_, ids_;
};

TEST_F(Webhooks, tell_of_what_everybody_may_hear_once) {
  PlanProgress progress;
  progress.job = "J1";
  world_.happen(progress);
  world_.happen(Published{2});
  deliver();
  deliver();
  EXPECT_THAT(bodies_, ElementsAre(R"({"type":"published","timestamp":"2025-09-01T08:00:00Z",)"
                                   R"("data":{"version":2}})"));
  EXPECT_EQ(latest().state, "done");
}

TEST_F(Webhooks, are_tried_again_later_and_later_with_the_same_id_and_then_given_up) {
  answer_ = 0;
  world_.happen(Published{2});
  deliver();
  EXPECT_EQ(latest().due_at, world_.now + std::chrono::seconds(5));
  deliver();
  EXPECT_EQ(bodies_.size(), 1U) << "not before it is due";
  for (int n = 0; n < 20; ++n) {
    world_.now += std::chrono::hours(21);
    deliver();
  }
  EXPECT_EQ(bodies_.size(), 9U);
  EXPECT_EQ(latest().state, "failed");
  EXPECT_EQ(latest().answer, "nobody there");
  EXPECT_EQ(std::ranges::count(ids_, ids_.front()), 9);
}

TEST_F(Webhooks, end_where_the_receiver_says_gone) {
  answer_ = 410;
  world_.happen(Published{2});
  deliver();
  EXPECT_FALSE(read_webhooks(world_.context, coordinator_)->front().active);
  world_.happen(Published{3});
  deliver();
  EXPECT_EQ(bodies_.size(), 1U);
}

TEST_F(Webhooks, are_sent_again_by_hand_and_only_by_coordinators) {
  world_.happen(Published{2});
  deliver();
  EXPECT_FALSE(replay_delivery(world_.context, reader("director"), latest().number));
  EXPECT_TRUE(replay_delivery(world_.context, coordinator_, latest().number));
  deliver();
  EXPECT_THAT(ids_, ElementsAre(ids_.front(), ids_.front()));
  EXPECT_FALSE(replay_delivery(world_.context, coordinator_, 99));
  EXPECT_FALSE(read_webhooks(world_.context, reader("P1")));
}

TEST_F(Webhooks, take_no_address_that_is_not_of_the_web) {
  for (const char* wrong : {"", "file:///etc/passwd", "https://", "https://u@x/", "https://a b/"})
    EXPECT_FALSE(add_webhook(world_.context, coordinator_, wrong)) << wrong;
}

// The column as it lies in the database.
std::string kept_secret(World& world) {
  return world.store.read([](sql::Connection& connection) {
    sql::Query query = connection.query("SELECT secret || secret_before FROM webhook");
    return query.step() ? query.text(0) : std::string();
  });
}

TEST_F(Webhooks, keep_their_secrets_sealed) {
  const auto rotated = rotate_webhook(world_.context, coordinator_, id_);
  ASSERT_TRUE(rotated.has_value());
  EXPECT_TRUE(rotated->secret.starts_with("whsec_"));
  EXPECT_TRUE(rotated->secret_before.starts_with("whsec_"));
  EXPECT_EQ(kept_secret(world_).find("whsec"), std::string::npos);
  EXPECT_GT(kept_secret(world_).size(), 100U);
}

TEST_F(Webhooks, have_secrets_of_an_earlier_kontor_sealed_at_the_start) {
  world_.store.write([](sql::Connection& connection) {
    connection.run("UPDATE webhook SET secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'");
  });
  EXPECT_EQ(seal_webhooks(world_.context), 1);
  EXPECT_EQ(seal_webhooks(world_.context), 0);
  EXPECT_EQ(kept_secret(world_).find("whsec"), std::string::npos);
  EXPECT_EQ(rotate_webhook(world_.context, coordinator_, id_)->secret_before,
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
}

TEST_F(Webhooks, wait_and_say_so_while_the_key_is_lost) {
  world_.happen(Published{2});
  const base::SealingKey other = base::SealingKey::make();
  world_.context.sealing_key = &other;
  deliver();
  EXPECT_TRUE(bodies_.empty());
  EXPECT_EQ(latest().state, "waiting");
  EXPECT_EQ(latest().answer, "the key that seals the secret is lost");
  const auto refused = rotate_webhook(world_.context, coordinator_, id_);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(std::get<Conflict>(refused.error()).code, "key_lost");
  world_.context.sealing_key = &world_.key;
  world_.now += std::chrono::seconds(5);
  deliver();
  EXPECT_EQ(latest().state, "done");
}

}  // namespace
}  // namespace kontor::actions
