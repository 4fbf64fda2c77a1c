#include <algorithm>
#include <gtest/gtest.h>
#include <limits>

#include "engine/breaks/check.h"
#include "engine/breaks/solve.h"
#include "engine/breaks_case.h"

namespace kontor::engine::breaks {
namespace {

constexpr int none = std::numeric_limits<int>::max();

const Stop never = [] { return false; };

bool meet_at_once(const Meeting& a, const Meeting& b) {
  return a.first == b.first || a.first == b.second || a.second == b.first || a.second == b.second;
}

// The fewest breaks of all schedules that the checker accepts and that begin with `schedule`.
int by_brute_force(const Problem& problem, Schedule& schedule) {
  const std::size_t placed = schedule.size();
  if (placed == problem.meetings.size()) {
    const Finding finding = check(problem, schedule);
    return finding.violations.empty() ? finding.breaks : none;
  }
  int fewest = none;
  for (int slot = 0; slot < problem.slots; ++slot) {
    bool clash = false;
    for (std::size_t m = 0; m < placed; ++m)
      clash = clash ||
              (schedule[m] == slot && meet_at_once(problem.meetings[m], problem.meetings[placed]));
    if (clash) continue;
    schedule.push_back(slot);
    fewest = std::min(fewest, by_brute_force(problem, schedule));
    schedule.pop_back();
  }
  return fewest;
}

int by_search(const Problem& problem) {
  const Answer answer = solve(problem, never, 1);
  if (answer.status == Answer::Status::Infeasible) return none;
  EXPECT_EQ(answer.status, Answer::Status::Optimal);
  EXPECT_TRUE(check(problem, answer.schedule.value()).violations.empty());
  EXPECT_EQ(check(problem, *answer.schedule).breaks, answer.breaks);
  EXPECT_EQ(answer.bound, answer.breaks);
  return answer.breaks;
}

TEST(BreaksSolve, AgreesWithBruteForceOnTinyProblemsOfEveryMixtureOfRestrictions) {
  int infeasible = 0;
  int with_breaks = 0;
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    const Problem problem = random_tiny(seed);
    Schedule nothing;
    const int fewest = by_brute_force(problem, nothing);
    ASSERT_EQ(by_search(problem), fewest) << "seed " << seed;
    infeasible += fewest == none ? 1 : 0;
    with_breaks += fewest != none && fewest > 0 ? 1 : 0;
  }
  EXPECT_GT(infeasible, 300);
  EXPECT_GT(with_breaks, 100);
}

}  // namespace
}  // namespace kontor::engine::breaks
