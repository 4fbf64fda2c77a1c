#include "engine/timetable_brute_force.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "engine/timetable/check.h"
#include "engine/timetable/solve.h"
#include "engine/timetable_random.h"
#include "engine/timetable_transport.h"

namespace kontor::engine::timetable {
namespace {

using testing::BruteForce;

TEST(Timetable, OnTinyProblemsTheValueIsTheOptimumAndTheBoundAboveIt) {
  int optimal = 0, proven = 0;
  constexpr int problems = 80;
  for (std::uint64_t seed = 1; seed <= problems; ++seed) {
    const Problem problem = testing::tiny_problem(seed);
    const Result result = solve(problem, {seed, 2000}, {}, {});
    const Finding finding = check(problem, result.solution);
    EXPECT_TRUE(finding.violations.empty())
        << "seed " << seed << ", " << finding.violations[0].rule;
    EXPECT_EQ(finding.worth, result.worth) << "seed " << seed;
    const std::int64_t best = BruteForce(problem, result.solution.options).best();
    EXPECT_LE(result.worth.points, best) << "seed " << seed;
    EXPECT_GE(result.bound, best) << "seed " << seed;
    optimal += result.worth.points == best;
    proven += result.bound == best;
  }
  EXPECT_GE(optimal, problems * 98 / 100);
  EXPECT_GE(proven, problems * 65 / 100);
}

TEST(Timetable, OnTinyProblemsOfReceptionsTheValueIsTheOptimum) {
  int optimal = 0;
  constexpr int problems = 80;
  for (std::uint64_t seed = 1; seed <= problems; ++seed) {
    const Problem problem = testing::tiny_reception_problem(seed);
    const Result result = solve(problem, {seed, 2000}, {}, {});
    const Finding finding = check(problem, result.solution);
    ASSERT_TRUE(finding.violations.empty())
        << "seed " << seed << ", " << finding.violations[0].rule;
    const std::int64_t best = BruteForce(problem, result.solution.options).best();
    EXPECT_LE(result.worth.points, best) << "seed " << seed;
    EXPECT_GE(result.bound, best) << "seed " << seed;
    optimal += result.worth.points == best;
  }
  EXPECT_GE(optimal, problems * 98 / 100);
}

TEST(Timetable, WithEveryMixOfRulesNoneIsBrokenAndTheBoundHolds) {
  int optimal = 0, bound_by_rules = 0;
  constexpr int problems = 2000;
  for (std::uint64_t seed = 1; seed <= problems; ++seed) {
    const Problem problem = testing::tiny_problem_with_rules(seed);
    const Result result = solve(problem, {seed, 400}, {}, {});
    const Finding finding = check(problem, result.solution);
    ASSERT_TRUE(finding.violations.empty())
        << "seed " << seed << ", " << finding.violations[0].rule;
    EXPECT_EQ(finding.worth, result.worth) << "seed " << seed;
    const std::int64_t best = BruteForce(problem, result.solution.options).best();
    EXPECT_LE(result.worth.points, best) << "seed " << seed;
    EXPECT_GE(result.bound, best) << "seed " << seed;
    optimal += result.worth.points == best;
    Problem free = problem;
    free.rules.clear();
    bound_by_rules += !check(free, result.solution).violations.empty() ||
                      solve(free, {seed, 400}, {}, {}).worth != result.worth;
  }
  EXPECT_GE(optimal, problems * 90 / 100);
  EXPECT_GE(bound_by_rules, problems * 15 / 100) << "the rules mean something";
}

TEST(Timetable, OnTinyProblemsWithCoachesTheValueIsTheOptimumAndTheBoundAboveIt) {
  int optimal = 0, scarce = 0;
  constexpr int problems = 80;
  for (std::uint64_t seed = 1; seed <= problems; ++seed) {
    const Problem problem = testing::tiny_transport_problem(seed);
    const Result result = solve(problem, {seed, 2000}, {}, {});
    const Finding finding = check(problem, result.solution);
    ASSERT_TRUE(finding.violations.empty())
        << "seed " << seed << ", " << finding.violations[0].rule;
    EXPECT_EQ(finding.worth, result.worth) << "seed " << seed;
    const std::int64_t best = BruteForce(problem, result.solution.options).best();
    EXPECT_LE(result.worth.points, best) << "seed " << seed;
    EXPECT_GE(result.bound, best) << "seed " << seed;
    optimal += result.worth.points == best;
    Problem free = problem;
    for (Coach& coach : free.coaches) coach.seats = 100;
    scarce += solve(free, {seed, 400}, {}, {}).worth.points > result.worth.points;
  }
  EXPECT_GE(optimal, problems * 98 / 100);
  EXPECT_GE(scarce, problems * 5 / 100) << "seats are scarce";
}

TEST(Timetable, OnTinyProblemsWhereSomeMustNotShareACoachTheValueIsTheOptimum) {
  int optimal = 0, parted = 0;
  constexpr int problems = 80;
  for (std::uint64_t seed = 1; seed <= problems; ++seed) {
    const Problem problem = testing::tiny_vehicle_problem(seed);
    const Result result = solve(problem, {seed, 1000}, {}, {});
    const Finding finding = check(problem, result.solution);
    ASSERT_TRUE(finding.violations.empty())
        << "seed " << seed << ", " << finding.violations[0].rule;
    const std::int64_t best = BruteForce(problem, result.solution.options).best();
    EXPECT_LE(result.worth.points, best) << "seed " << seed;
    EXPECT_GE(result.bound, best) << "seed " << seed;
    optimal += result.worth.points == best;
    Problem free = problem;
    free.rules.clear();
    parted += !(solve(free, {seed, 1000}, {}, {}).solution == result.solution);
  }
  EXPECT_GE(optimal, problems * 95 / 100);
  EXPECT_GE(parted, problems * 5 / 100) << "the rules mean something";
}

TEST(Timetable, TheBoundHoldsForTimetablesThatHoldOtherActivities) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Problem problem =
        seed % 2 == 0 ? testing::tiny_problem(seed) : testing::tiny_transport_problem(seed);
    const Result result = solve(problem, {seed, 500}, {}, {});
    const std::vector<int> none(problem.activities.size(), -1);
    EXPECT_GE(result.bound, BruteForce(problem, none).best()) << "seed " << seed;
  }
}

}  // namespace
}  // namespace kontor::engine::timetable
