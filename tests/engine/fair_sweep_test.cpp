#include <gtest/gtest.h>

#include "engine/fair/solve.h"
#include "engine/fair_random.h"

namespace kontor::engine::fair {
namespace {

// How far the plan is from its bound, where a must counts as four of the dearest wants; from
// nothing missing, 0, to everything, 1.
double missing(const Problem& problem, const Answer& answer) {
  std::int64_t dearest = 1;
  for (const Meeting& it : problem.meetings) dearest = std::max(dearest, it.points);
  const std::int64_t musts = 4 * dearest * answer.worth.musts;
  const auto bound = static_cast<double>(answer.want_bound + musts);
  return bound <= 0 ? 0 : (bound - static_cast<double>(answer.worth.points + musts)) / bound;
}

// Everybody comes in one of two sessions or both, tables are scarce in the first.
Problem one_day(std::uint64_t seed, bool two_sides) {
  Problem problem =
      random_problem(seed, {.two_sides = two_sides},
                     {.participants = 80, .meetings = 500, .slots = 12, .tables = 14});
  base::Rng rng(seed);
  for (Participant& it : problem.participants) {
    if (!rng.chance(700)) continue;
    const int missed = rng.chance(700) ? 6 : 0;
    for (int t = missed; t < missed + 6; ++t) it.absent_slots.push_back(t);
  }
  return problem;
}

TEST(FairSweep, RestrictedFairsOfEveryMixtureComeWithinOneHundredthOfTheBound) {
  constexpr Size size{.participants = 60, .meetings = 360, .slots = 12, .tables = 14};
  double sum = 0;
  int count = 0;
  for (std::uint64_t number = 0; number < 1024; number += 75) {
    Rules rules = mixture(number);
    rules.fixed = false;  // random fixed meetings of this many contradict each other
    rules.absences = true;
    const Problem problem = random_problem(number, rules, size);
    const Answer answer = solve(problem, {.seed = number}, {}, {});
    ASSERT_FALSE(answer.plan.empty());
    EXPECT_TRUE(check(problem, answer.plan).violations.empty());
    EXPECT_LE(missing(problem, answer), 0.01) << "mixture " << number;
    sum += missing(problem, answer);
    ++count;
  }
  std::printf("[          ] %d fairs, %.3f %% missing on average\n", count, 100 * sum / count);
  EXPECT_LE(sum / count, 0.005);
}

TEST(FairSweep, FairsWithScarceTablesOnOneDayComeWithinOneHundredthOfTheBound) {
  double sum = 0;
  int count = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const Problem problem = one_day(seed, seed % 2 == 0);
    const Answer answer = solve(problem, {.seed = seed}, {}, {});
    EXPECT_LE(missing(problem, answer), 0.01) << "seed " << seed;
    sum += missing(problem, answer);
    ++count;
  }
  std::printf("[          ] %d fairs, %.3f %% missing on average\n", count, 100 * sum / count);
  EXPECT_LE(sum / count, 0.005);
}

}  // namespace
}  // namespace kontor::engine::fair
