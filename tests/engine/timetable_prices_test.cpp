#include <cmath>
#include <gtest/gtest.h>

#include "engine/timetable/price_search.h"
#include "engine/timetable_brute_force.h"
#include "engine/timetable_transport.h"

namespace kontor::engine::timetable {
namespace {

// A tiny problem with at most `most` wishes of either kind, and sometimes none.
Problem sparse(Problem problem, std::uint64_t seed, int most) {
  base::Rng rng = base::Rng(seed).split(55);
  const auto thin = [&](auto& wishes) {
    const auto left = static_cast<std::size_t>(rng.between(0, most));
    while (wishes.size() > left)
      wishes.erase(wishes.begin() + rng.between(0, static_cast<int>(wishes.size()) - 1));
  };
  thin(problem.meetings);
  thin(problem.attendances);
  return problem;
}

Problem sparse_problem(std::uint64_t seed) {
  return seed % 3 == 0 ? sparse(testing::tiny_transport_problem(seed), seed, 2)
                       : sparse(testing::tiny_problem(seed), seed, 2);
}

struct Priced {
  std::int64_t before = 0;  // the bound without prices
  std::int64_t stated = 0;  // by the search
  std::int64_t proven = 0;  // by its prices
};

Priced price(const Problem& problem, std::int64_t value, int steps) {
  const Grid grid = make_grid(problem);
  const Relaxation relaxation = relax(problem, grid);
  PriceSearch search(relaxation);
  for (int part = 0; part < 4; ++part) search.run(steps / 4, value);
  const auto prices = search.prices();
  for (const std::int64_t one : prices.all) EXPECT_GE(one, 0);
  return {bound(relaxation, no_prices<std::int64_t>(problem, grid)) / price_scale, search.bound(),
          bound(relaxation, prices) / price_scale};
}

TEST(Prices, WhereWishesAreFewTheBoundIsNeverBelowTheOptimumNorAboveTheBoundWithoutPrices) {
  int loose = 0, lowered = 0;
  constexpr int problems = 3000;
  for (std::uint64_t seed = 1; seed <= problems; ++seed) {
    const Problem problem = sparse_problem(seed);
    const std::vector<int> none(problem.activities.size(), -1);
    const std::int64_t best = testing::BruteForce(problem, none).best();
    for (const std::int64_t value : {std::int64_t{0}, best}) {
      const Priced priced = price(problem, value, 400);
      EXPECT_GE(priced.proven, best) << "seed " << seed;
      EXPECT_LE(priced.proven, priced.before) << "seed " << seed;
      EXPECT_EQ(priced.proven, priced.stated) << "seed " << seed;
      if (value != best) continue;
      loose += priced.before > best;
      lowered += priced.proven < priced.before;
    }
  }
  EXPECT_GE(loose, problems / 50);
  EXPECT_GE(lowered, 40) << "prices mean something";
}

// Where a step were as long as an old direction has become short, one would soon be at 10^10.
TEST(Prices, WhereWishesAreFewNoStepLeavesTheScaleOfTheBound) {
  int ended = 0;
  constexpr int problems = 3000;
  for (std::uint64_t seed = 1; seed <= problems; ++seed) {
    Problem problem = sparse_problem(seed);
    if (seed % 2 == 1) {
      for (MeetingWish& wish : problem.meetings) wish.points = 1;
      for (AttendanceWish& wish : problem.attendances) wish.points = 1;
    }
    const Grid grid = make_grid(problem);
    const Relaxation relaxation = relax(problem, grid);
    const auto most =
        static_cast<double>(bound(relaxation, no_prices<std::int64_t>(problem, grid)));
    PriceSearch search(relaxation);
    for (int step = 0; step < 600; ++step) {
      search.run(1, 0);
      const double highest = std::ranges::max(search.tried().all);
      EXPECT_TRUE(std::isfinite(highest) && highest <= 10 * most) << "seed " << seed;
    }
    ended += search.least();
  }
  EXPECT_GE(ended, problems / 2) << "most end because no prices are better";
}

}  // namespace
}  // namespace kontor::engine::timetable
