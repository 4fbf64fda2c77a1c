#include "engine/fair_brute_force.h"

#include <gtest/gtest.h>

#include "engine/fair/demands.h"
#include "engine/fair/solve.h"
#include "engine/fair_random.h"

namespace kontor::engine::fair {
namespace {

// Whether `answer` says what is true; of the least share and breaks, that their bounds hold.
void expect_sound(const Problem& problem, const Answer& answer, const BruteForce& force) {
  const std::int64_t kept = all_promised(problem) * weights(problem).promise;
  if (answer.status == Answer::Status::Infeasible) {
    EXPECT_LT(force.best(), kept > 0 ? kept : 0);
    EXPECT_FALSE(answer.conflicts.empty());
  } else {
    EXPECT_TRUE(answer.conflicts.empty());
    EXPECT_EQ(answer.status == Answer::Status::Unknown, answer.worth.broken_promises > 0);
  }
  if (force.best() < 0) {
    EXPECT_EQ(answer.status, Answer::Status::Infeasible);
    EXPECT_TRUE(answer.plan.empty());
    return;
  }
  const Finding finding = check(problem, answer.plan);
  EXPECT_TRUE(finding.violations.empty()) << finding.violations[0].rule;
  EXPECT_EQ(finding.worth, answer.worth);
  EXPECT_EQ(proven_bound(problem, answer.prices), answer.bound);
  EXPECT_LE(answer.worth.value, force.best());
  EXPECT_GE(answer.bound, force.best());
  EXPECT_EQ(answer.status == Answer::Status::Optimal,
            answer.worth.value == answer.bound && answer.worth.broken_promises == 0);
  EXPECT_GE(answer.want_bound, force.most_points(answer.worth));
  EXPECT_LE(answer.breaks_bound, force.fewest_breaks(answer.plan));
  const Share bound = answer.worst_share_bound;
  EXPECT_GE(static_cast<double>(bound.granted) / bound.asked + 1e-9,
            force.largest_least_share(answer.worth.value));
}

Fairness fairness(const Problem& problem, const Plan& plan) {
  Fairness out;
  for (const Share& it : shares(problem, plan))
    if (it.asked > 0) out.push_back(static_cast<double>(it.granted) / it.asked);
  std::sort(out.begin(), out.end());
  return out;
}

TEST(FairBruteForce, ValueAndBoundsEncloseTheOptimumUnderEveryMixtureOfRules) {
  int solved = 0;
  int optimal = 0;
  int fairest = 0;
  int infeasible = 0;
  int own_proofs = 0;  // of the wants, where a must lies between value and bound
  for (std::uint64_t seed = 0; seed < 4096; ++seed) {
    const Problem problem = random_problem(seed, mixture(seed), {});
    const BruteForce force(problem);
    const Answer answer = solve(problem, {.seed = seed}, {}, {});
    SCOPED_TRACE(seed);
    expect_sound(problem, answer, force);
    infeasible += answer.status == Answer::Status::Infeasible ? 1 : 0;
    if (force.best() < 0) continue;
    ++solved;
    own_proofs += answer.want_prices.participant.empty() ? 0 : 1;
    if (answer.worth.value != force.best()) continue;
    ++optimal;
    fairest += fairness(problem, answer.plan) == force.fairest() ? 1 : 0;
  }
  std::printf("[          ] %d solved, %d optimal, %d fairest, %d infeasible, %d own proofs\n",
              solved, optimal, fairest, infeasible, own_proofs);
  EXPECT_GT(infeasible, 100);
  EXPECT_GT(own_proofs, 100);
  EXPECT_GT(optimal * 100, solved * 97) << optimal << " of " << solved;
  EXPECT_GT(fairest * 100, optimal * 95) << fairest << " of " << optimal;
}

TEST(FairBruteForce, TwoSidesWithoutAbsencesAreSolvedToTheProvenOptimum) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    const Rules rules{.two_sides = true,
                      .seats = seed % 2 == 0,
                      .own_tables = false,
                      .promises = seed % 3 == 0,
                      .caps = seed % 5 == 0};
    const Size size{.participants = 6, .meetings = 7, .slots = 2 + static_cast<int>(seed % 2)};
    const Problem problem = random_problem(seed, rules, size);
    const Answer answer = solve(problem, {.seed = seed}, {}, {});
    ASSERT_EQ(answer.worth.value, answer.bound) << "seed " << seed;
    ASSERT_EQ(answer.worth.value, BruteForce(problem).best()) << "seed " << seed;
  }
}

TEST(FairBruteForce, AnyPricesProveABoundThatHolds) {
  for (std::uint64_t seed = 0; seed < 1024; ++seed) {
    Rules rules = mixture(seed);
    rules.fixed = seed % 4 == 3;
    const Problem problem = random_problem(seed, rules, {});
    const std::int64_t best = BruteForce(problem).best();
    base::Rng rng(seed);
    Prices prices;
    for (std::size_t p = 0; p < problem.participants.size(); ++p)
      prices.participant.push_back(rng.between(-100, 300));
    for (std::size_t t = 0; t < problem.slots.size(); ++t)
      prices.table.push_back(rng.between(0, 100));
    for (std::size_t i = 0; i < problem.slots.size() * problem.participants.size(); ++i)
      prices.time.push_back(rng.between(0, 150));
    if (best >= 0) {
      ASSERT_GE(proven_bound(problem, prices).value(), best) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace kontor::engine::fair
