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

struct Outcome {
  Result result;
  bool is_optimal = false;
  bool is_proven = false;
};

// Solves, expects a sound timetable that is worth what was said, no more than the best there is and
// no more than the bound, and compares with the best.
Outcome solve_and_judge(const Problem& problem, std::uint64_t seed, int iterations) {
  SCOPED_TRACE(::testing::Message() << "seed " << seed);
  Outcome out{solve(problem, {seed, iterations}, {}, {})};
  const Finding finding = check(problem, out.result.solution);
  EXPECT_TRUE(finding.violations.empty()) << finding.violations[0].rule;
  EXPECT_EQ(finding.worth, out.result.worth);
  const std::int64_t best = BruteForce(problem, out.result.solution.options).best();
  EXPECT_LE(out.result.worth.points, best);
  EXPECT_GE(out.result.bound, best);
  out.is_optimal = out.result.worth.points == best;
  out.is_proven = out.result.bound == best;
  return out;
}

TEST(Timetable, OnTinyProblemsTheValueIsTheOptimumAndTheBoundAboveIt) {
  int optimal = 0, proven = 0;
  constexpr int problems = 80;
  for (std::uint64_t seed = 1; seed <= problems; ++seed) {
    const Outcome outcome = solve_and_judge(testing::tiny_problem(seed), seed, 2000);
    optimal += outcome.is_optimal;
    proven += outcome.is_proven;
  }
  EXPECT_GE(optimal, problems * 98 / 100);
  EXPECT_GE(proven, problems * 65 / 100);
}

TEST(Timetable, OnTinyProblemsOfReceptionsTheValueIsTheOptimum) {
  int optimal = 0;
  constexpr int problems = 80;
  for (std::uint64_t seed = 1; seed <= problems; ++seed)
    optimal += solve_and_judge(testing::tiny_reception_problem(seed), seed, 2000).is_optimal;
  EXPECT_GE(optimal, problems * 98 / 100);
}

TEST(Timetable, OfParallelTracksThoseThatTheSamePeopleWantAreNotHeldAtOnce) {
  int optimal = 0, separable = 0;
  constexpr int problems = 80;
  for (std::uint64_t seed = 1; seed <= problems; ++seed) {
    const Problem problem = testing::tiny_tracks_problem(seed);
    const Outcome outcome = solve_and_judge(problem, seed, 1000);
    optimal += outcome.is_optimal;
    Problem fixed = problem;
    for (Activity& activity : fixed.activities) activity.options.resize(1);
    separable += solve(fixed, {seed, 1000}, {}, {}).worth.points < outcome.result.worth.points;
  }
  EXPECT_GE(optimal, problems * 98 / 100);
  EXPECT_GE(separable, problems * 30 / 100) << "the choice of the hour matters";
}

TEST(Timetable, WithEveryMixOfRulesNoneIsBrokenAndTheBoundHolds) {
  int optimal = 0, bound_by_rules = 0;
  constexpr int problems = 2000;
  for (std::uint64_t seed = 1; seed <= problems; ++seed) {
    const Problem problem = testing::tiny_problem_with_rules(seed);
    const Outcome outcome = solve_and_judge(problem, seed, 400);
    optimal += outcome.is_optimal;
    Problem free = problem;
    free.rules.clear();
    bound_by_rules += !check(free, outcome.result.solution).violations.empty() ||
                      solve(free, {seed, 400}, {}, {}).worth != outcome.result.worth;
  }
  EXPECT_GE(optimal, problems * 90 / 100);
  EXPECT_GE(bound_by_rules, problems * 15 / 100) << "the rules mean something";
}

TEST(Timetable, OnTinyProblemsWithCoachesTheValueIsTheOptimumAndTheBoundAboveIt) {
  int optimal = 0, scarce = 0;
  constexpr int problems = 80;
  for (std::uint64_t seed = 1; seed <= problems; ++seed) {
    const Problem problem = testing::tiny_transport_problem(seed);
    const Outcome outcome = solve_and_judge(problem, seed, 2000);
    optimal += outcome.is_optimal;
    Problem free = problem;
    for (Coach& coach : free.coaches) coach.seats = 100;
    scarce += solve(free, {seed, 400}, {}, {}).worth.points > outcome.result.worth.points;
  }
  EXPECT_GE(optimal, problems * 98 / 100);
  EXPECT_GE(scarce, problems * 5 / 100) << "seats are scarce";
}

TEST(Timetable, OnTinyProblemsWhereSomeMustNotShareACoachTheValueIsTheOptimum) {
  int optimal = 0, parted = 0;
  constexpr int problems = 80;
  for (std::uint64_t seed = 1; seed <= problems; ++seed) {
    const Problem problem = testing::tiny_vehicle_problem(seed);
    const Outcome outcome = solve_and_judge(problem, seed, 1000);
    optimal += outcome.is_optimal;
    Problem free = problem;
    free.rules.clear();
    parted += !(solve(free, {seed, 1000}, {}, {}).solution == outcome.result.solution);
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
