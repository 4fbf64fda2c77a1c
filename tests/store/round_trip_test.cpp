#include <gtest/gtest.h>

#include "sql/error.h"
#include "store/databases.h"
#include "store/digest.h"
#include "store/missions.h"
#include "store/plans.h"
#include "store/random_mission.h"
#include "store/store.h"

namespace kontor::store {

namespace {

class RoundTrip : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(Databases, RoundTrip, testing::Values("sqlite", "postgres"),
                         database_name);

TEST_P(RoundTrip, a_mission_is_read_as_it_was_written_whatever_it_holds) {
  Store store(where());
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    base::Rng rng(seed);
    const mission::Mission mission = random_mission(rng, "M" + std::to_string(seed % 3));
    store.write([&](sql::Connection& c) { write_mission(c, mission, "hash"); });
    const auto read = store.read([&](sql::Connection& c) { return read_mission(c, mission.id); });
    ASSERT_TRUE(read.has_value());
    ASSERT_EQ(*read, mission) << "seed " << seed;
  }
}

TEST_P(RoundTrip, a_plan_is_read_as_it_was_written_whatever_it_holds) {
  Store store(where());
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    base::Rng rng(seed);
    const int version = static_cast<int>(seed % 2 == 0 ? 0 : seed);
    const StoredPlan plan = random_plan(rng, "M", version);
    const auto read = store.write([&](sql::Connection& c) {
      if (seed == 0) write_mission(c, random_mission(rng, "M"), "hash");
      write_plan(c, plan);
      return read_plan(c, plan.plan.mission, version);
    });
    ASSERT_TRUE(read.has_value());
    ASSERT_EQ(*read, plan) << "seed " << seed;
  }
}

TEST_P(RoundTrip, a_mission_written_again_replaces_the_old_one_and_keeps_its_plans) {
  Store store(where());
  base::Rng rng(1);
  const StoredPlan plan = random_plan(rng, "M", 1);
  store.write([&](sql::Connection& c) {
    EXPECT_EQ(write_mission(c, random_mission(rng, "M"), "old"), 1);
    write_plan(c, plan);
  });
  const mission::Mission second = random_mission(rng, "M");
  store.write([&](sql::Connection& c) { EXPECT_EQ(write_mission(c, second, "new"), 2); });
  store.read([&](sql::Connection& c) {
    EXPECT_EQ(read_mission(c, second.id), second);
    EXPECT_EQ(read_plan(c, second.id, 1), plan);
  });
}

TEST_P(RoundTrip, a_published_version_cannot_be_written_over) {
  Store store(where());
  base::Rng rng(1);
  const StoredPlan plan = random_plan(rng, "M", 1);
  store.write([&](sql::Connection& c) {
    write_mission(c, random_mission(rng, "M"), "hash");
    write_plan(c, plan);
  });
  try {
    store.write([&](sql::Connection& c) { write_plan(c, random_plan(rng, "M", 1)); });
    FAIL() << "it was written over";
  } catch (const sql::Error& error) {
    EXPECT_EQ(error.fault(), sql::Fault::Unique);
  }
  EXPECT_EQ(store.read([&](sql::Connection& c) { return read_plan(c, plan.plan.mission, 1); }),
            plan);
}

TEST_P(RoundTrip, the_state_names_the_newest_version_and_the_draft) {
  Store store(where());
  base::Rng rng(1);
  const mission::Mission mission = random_mission(rng, "M");
  EXPECT_EQ(store.read(read_served_state), std::nullopt);
  const MissionState state = store.write([&](sql::Connection& c) {
    write_mission(c, mission, "hash");
    serve_mission(c, mission.id);
    for (const int version : {0, 1, 2}) {
      StoredPlan plan = random_plan(rng, "M", version);
      plan.plan.input_hash = "hash " + std::to_string(version);
      write_plan(c, plan);
    }
    count_revision(c, mission.id);
    return read_served_state(c).value();
  });
  EXPECT_EQ(state, (MissionState{{"M"}, "hash", 2, true, "hash 0", 2, "hash 2"}));
}

TEST(Digest, differs_wherever_two_missions_differ) {
  base::Rng rng(7);
  const mission::Mission mission = random_mission(rng, "M");
  mission::Mission other = mission;
  EXPECT_EQ(digest(mission), digest(other));
  other.record.note += "x";
  EXPECT_NE(digest(mission), digest(other));
  other = mission;
  other.wishes.push_back({});
  EXPECT_NE(digest(mission), digest(other));
}

}  // namespace

}  // namespace kontor::store
