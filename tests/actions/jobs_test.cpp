#include "actions/jobs.h"

#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

#include "actions/read_state.h"
#include "actions/world.h"
#include "planning/plan.h"

namespace kontor::actions {

namespace {

planning::Options iterations(int count) {
  planning::Options options;
  options.iterations = count;
  return options;
}

class JobsOf : public testing::Test {
 protected:
  JobsOf() { world_.put(small_mission()); }
  const mission::Acting& coordinator_ = reader("coordinator");
  World world_;
  Jobs jobs_{world_.context};
};

TEST_F(JobsOf, a_job_ends_with_a_draft_and_says_so) {
  const std::string job = jobs_.start(coordinator_, iterations(200)).value();
  jobs_.wait();
  EXPECT_EQ(jobs_.latest(coordinator_)->job, job);
  EXPECT_EQ(jobs_.latest(coordinator_)->state, JobState::Done);
  EXPECT_TRUE(jobs_.latest(coordinator_)->draft);
  EXPECT_TRUE(read_draft(world_.context, coordinator_));
  EXPECT_EQ(world_.heard.back(), "plan done");
  EXPECT_EQ(jobs_.latest(reader("P1")), std::nullopt);
}

TEST_F(JobsOf, only_one_runs_at_a_time_and_it_stops_when_told) {
  const std::string job =
      jobs_.start(coordinator_, iterations(std::numeric_limits<int>::max())).value();
  EXPECT_FALSE(jobs_.start(coordinator_, iterations(1)));
  EXPECT_FALSE(jobs_.stop(coordinator_, "another"));
  EXPECT_TRUE(jobs_.stop(coordinator_, job));
  jobs_.wait();
  EXPECT_EQ(jobs_.latest(coordinator_)->state, JobState::Stopped);
  EXPECT_TRUE(read_draft(world_.context, coordinator_));
  EXPECT_TRUE(jobs_.start(coordinator_, iterations(1)));
}

TEST_F(JobsOf, the_end_of_all_jobs_ends_a_running_one) {
  {
    Jobs jobs(world_.context);
    ASSERT_TRUE(jobs.start(coordinator_, iterations(std::numeric_limits<int>::max())));
  }
  EXPECT_EQ(world_.heard.back(), "plan stopped");
}

TEST_F(JobsOf, a_job_that_goes_wrong_fails_and_nothing_else_does) {
  world_.store.write([](sql::Connection& connection) { connection.run("DROP TABLE change"); });
  ASSERT_TRUE(jobs_.start(coordinator_, iterations(10)));
  jobs_.wait();
  EXPECT_EQ(jobs_.latest(coordinator_)->state, JobState::Failed);
  EXPECT_FALSE(jobs_.latest(coordinator_)->draft);
  EXPECT_FALSE(read_draft(world_.context, coordinator_));
  EXPECT_EQ(world_.heard.back(), "plan failed");
}

TEST(EventsTest, progress_is_heard_by_those_who_may_plan_and_versions_by_all) {
  Events events;
  int heard_by_public = 0;
  int heard_by_coordinator = 0;
  {
    const auto first = events.subscribe(reader("public"), [&](const Event&) { ++heard_by_public; });
    const auto second =
        events.subscribe(reader("coordinator"), [&](const Event&) { ++heard_by_coordinator; });
    events.publish(PlanProgress{});
    events.publish(Published{1});
  }
  events.publish(Published{2});
  EXPECT_EQ(heard_by_public, 1);
  EXPECT_EQ(heard_by_coordinator, 2);
}

}  // namespace

}  // namespace kontor::actions
