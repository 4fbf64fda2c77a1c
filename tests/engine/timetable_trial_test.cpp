// What stands in the way of a change by hand, against check() of the changed timetable.
#include <algorithm>
#include <gtest/gtest.h>

#include "engine/timetable/check.h"
#include "engine/timetable/replay.h"
#include "engine/timetable/solve.h"
#include "engine/timetable/trial.h"
#include "engine/timetable_random.h"
#include "engine/timetable_transport.h"

namespace kontor::engine::timetable {
namespace {

struct World {
  explicit World(Problem of, std::uint64_t seed)
      : problem(std::move(of)), grid(make_grid(problem)), state(problem, grid) {
    replay(state, solve(problem, {seed, 200}, {}, {}).solution);
    solution = state.solution();
  }

  Problem problem;
  Grid grid;
  State state;
  Solution solution;
};

Problem tiny(std::uint64_t seed) {
  return seed % 3 == 0   ? testing::tiny_transport_problem(seed)
         : seed % 3 == 1 ? testing::tiny_problem_with_rules(seed)
                         : testing::tiny_problem(seed);
}

bool can_meet(const World& world, int meeting, int slot) {
  Solution moved = world.solution;
  const MeetingWish& wish = world.problem.meetings[meeting];
  for (const int one : world.problem.seats[wish.first])
    for (const int other : world.problem.seats[wish.second]) {
      moved.meetings[meeting] = {slot, 0, one, other};
      if (check(world.problem, moved).violations.empty()) return true;
    }
  return false;
}

TEST(Trial, AMeetingFitsASlotExactlyWhereTheCheckerFindsNothingBroken) {
  int fits = 0, hindered = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const World world(tiny(seed), seed);
    for (int m = 0; m < static_cast<int>(world.problem.meetings.size()); ++m)
      for (int slot = 0; slot < static_cast<int>(world.grid.slots.size()); ++slot) {
        const Trial trial = try_meeting(world.state, m, slot);
        EXPECT_EQ(trial.in_the_way.empty(), can_meet(world, m, slot)) << "seed " << seed;
        (trial.in_the_way.empty() ? fits : hindered) += 1;
      }
  }
  EXPECT_GE(fits, 100);
  EXPECT_GE(hindered, 100);
}

TEST(Trial, AnActivityFitsATimeAndRoomExactlyWhereTheCheckerFindsNothingBroken) {
  int fits = 0, hindered = 0;
  base::Rng rng(5);
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    World world(tiny(seed), seed);
    for (int a = 0; a < static_cast<int>(world.problem.activities.size()); ++a) {
      if (world.solution.options[a] < 0) continue;
      Option option = world.problem.activities[a].options[world.solution.options[a]];
      option.starts_at += rng.between(-6, 6) * 10;
      option.places = rng.between(0, 3);
      const Trial trial = try_activity(world.state, a, option);
      Problem moved = world.problem;
      Solution solution = world.solution;
      solution.options[a] = static_cast<int>(moved.activities[a].options.size());
      moved.activities[a].options.push_back(option);
      EXPECT_EQ(trial.in_the_way.empty(), check(moved, solution).violations.empty())
          << "seed " << seed << " activity " << a;
      (trial.in_the_way.empty() ? fits : hindered) += 1;
    }
  }
  EXPECT_GE(fits, 50);
  EXPECT_GE(hindered, 50);
}

TEST(Trial, WhatIsGivenUpCostsThePointsSaid) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const World world(testing::tiny_problem(seed), seed);
    for (int w = 0; w < static_cast<int>(world.problem.attendances.size()); ++w) {
      const AttendanceWish& wish = world.problem.attendances[w];
      if (world.state.attends(w) || world.state.option(wish.activity) < 0) continue;
      const Trial trial = try_attendance(world.state, w);
      Solution moved = world.solution;
      moved.attends[w] = true;
      bool removable = true;
      for (const Obstacle& fact : trial.in_the_way) {
        if (fact.kind == ObstacleKind::Meeting)
          moved.meetings[fact.index] = {};
        else if (fact.kind == ObstacleKind::Attendance)
          moved.attends[fact.index] = false;
        else
          removable = false;
      }
      if (!removable) continue;
      const Finding finding = check(world.problem, moved);
      EXPECT_TRUE(finding.violations.empty());
      EXPECT_EQ(finding.worth.points - world.state.worth().points, trial.points);
    }
  }
}

}  // namespace
}  // namespace kontor::engine::timetable
