#include "actions/jobs.h"

#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <thread>

#include "actions/read_state.h"
#include "actions/world.h"
#include "planning/plan.h"
#include "store/plans.h"

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
    while (jobs.latest(coordinator_)->bound == 0)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
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

// Two processes on one database: what one is asked for the other may do, and the lease of a process
// that was killed is free.
TEST_F(JobsOf, a_run_whose_process_has_ended_is_begun_anew_by_another) {
  const std::string job = jobs_.start(coordinator_, iterations(200)).value();
  jobs_.wait();
  world_.store.write([&](sql::Connection& connection) {
    connection.run("UPDATE plan_run SET state = 'running', node = 'gone', progress = ''");
    store::delete_draft(connection, {"small"});
  });
  Views views;
  Events events;
  Context context{world_.store, world_.context.now, world_.log, views, &events};
  Jobs other(context);
  other.wait();
  EXPECT_EQ(other.latest(coordinator_)->job, job);
  EXPECT_EQ(other.latest(coordinator_)->state, JobState::Done);
  EXPECT_TRUE(read_draft(world_.context, coordinator_));
}

TEST_F(JobsOf, while_another_process_plans_nobody_else_does) {
  const auto lease = world_.store.try_lease("planner");
  ASSERT_TRUE(lease);
  EXPECT_FALSE(world_.store.try_lease("planner"));
  const std::string job = jobs_.start(coordinator_, iterations(200)).value();
  jobs_.wait();
  EXPECT_EQ(jobs_.latest(coordinator_)->state, JobState::Running);
  EXPECT_FALSE(read_draft(world_.context, coordinator_));
  EXPECT_TRUE(jobs_.stop(coordinator_, job));
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
