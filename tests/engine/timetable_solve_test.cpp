#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>

#include "engine/timetable/check.h"
#include "engine/timetable/construct.h"
#include "engine/timetable/moves/insert.h"
#include "engine/timetable/price_search.h"
#include "engine/timetable/search.h"
#include "engine/timetable/solve.h"
#include "engine/timetable_random.h"

namespace kontor::engine::timetable {
namespace {

TEST(TimetableSolve, TheSameSeedGivesTheSameResult) {
  const Problem problem = testing::tiny_problem(7);
  const Result a = solve(problem, {3, 3000}, {}, {});
  const Result b = solve(problem, {3, 3000}, {}, {});
  EXPECT_EQ(a.solution, b.solution);
  EXPECT_EQ(a.prices, b.prices);
  EXPECT_EQ(a.bound, b.bound);
}

TEST(TimetableSolve, StoppingAtOnceStillGivesASoundTimetable) {
  const Problem problem = testing::tiny_problem(9);
  const Result result = solve(problem, {1, 1'000'000'000}, [] { return true; }, {});
  EXPECT_TRUE(check(problem, result.solution).violations.empty());
  EXPECT_GE(result.bound, result.worth.points);
}

TEST(TimetableSolve, ProgressNeverLetsValueAndBoundPart) {
  const Problem problem = testing::tiny_problem(11);
  std::int64_t value = 0, bound = std::numeric_limits<std::int64_t>::max();
  int calls = 0;
  solve(problem, {1, 2000}, {}, [&](const Progress& progress) {
    EXPECT_GE(progress.value, value);
    EXPECT_LE(progress.bound, bound);
    EXPECT_LE(progress.value, progress.bound);
    value = progress.value;
    bound = progress.bound;
    ++calls;
  });
  EXPECT_GE(calls, 2);
}

TEST(TimetableSolve, AnyPricesGiveABoundThatHolds) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const Problem problem = testing::tiny_problem(seed);
    const Result result = solve(problem, {seed, 500}, {}, {});
    const Grid grid = make_grid(problem);
    const Relaxation relaxation = relax(problem, grid);
    auto prices = no_prices<std::int64_t>(problem, grid);
    base::Rng rng(seed);
    for (auto& price : prices.all) price = rng.between(0, 20'000);
    EXPECT_GE(bound(relaxation, prices) / price_scale, result.worth.points) << "seed " << seed;
  }
}

TEST(TimetableSolve, EveryMoveLeavesTheWorthThatARecountFinds) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Problem problem = testing::tiny_problem(seed);
    const Grid grid = make_grid(problem);
    State state(problem, grid);
    base::Rng rng(seed);
    construct(state, rng);
    Search search(state, rng);
    for (int i = 0; i < 40; ++i) {
      search.run(1, 1'000'000);
      const Finding finding = check(problem, state.solution());
      ASSERT_TRUE(finding.violations.empty())
          << "seed " << seed << ", " << finding.violations[0].rule;
      ASSERT_EQ(finding.worth, state.worth()) << "seed " << seed;
    }
  }
}

TEST(TimetableSolve, WideningNeverBringsTheBoundUnderTheOldValue) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Problem problem = testing::tiny_problem(seed);
    const Result before = solve(problem, {seed, 1000}, {}, {});
    Problem wider = problem;
    for (Session& session : wider.sessions) ++session.tables;
    for (Activity& activity : wider.activities)
      for (Option& option : activity.options) ++option.places;
    const Result after = solve(wider, {seed, 1000}, {}, {});
    EXPECT_TRUE(check(wider, before.solution).violations.empty());
    EXPECT_GE(after.bound, before.worth.points) << "seed " << seed;
  }
}

// The people of `problem` in another order.
Problem relabelled(const Problem& problem) {
  Problem out = problem;
  const int people = static_cast<int>(problem.people.size());
  const auto label = [&](int person) { return people - 1 - person; };
  std::ranges::reverse(out.people);
  for (auto& seats : out.seats)
    for (int& person : seats) person = label(person);
  for (Activity& activity : out.activities) {
    for (int& person : activity.required) person = label(person);
    for (int& person : activity.everyone) person = label(person);
  }
  for (AttendanceWish& wish : out.attendances) wish.person = label(wish.person);
  return out;
}

TEST(TimetableSolve, RelabellingPeopleChangesNeitherValueNorUndercutsTheBound) {
  int equal = 0;
  constexpr int problems = 60;
  for (std::uint64_t seed = 1; seed <= problems; ++seed) {
    const Problem problem = testing::tiny_problem(seed);
    const Result one = solve(problem, {seed, 2000}, {}, {});
    const Result other = solve(relabelled(problem), {seed, 2000}, {}, {});
    equal += one.worth.points == other.worth.points;
    EXPECT_LE(one.worth.points, other.bound);
    EXPECT_LE(other.worth.points, one.bound);
  }
  EXPECT_GE(equal, problems * 95 / 100);
}

}  // namespace
}  // namespace kontor::engine::timetable
