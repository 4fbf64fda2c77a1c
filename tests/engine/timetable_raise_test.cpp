#include <algorithm>
#include <gtest/gtest.h>

#include "engine/timetable/check.h"
#include "engine/timetable/raise.h"
#include "engine/timetable_random.h"

namespace kontor::engine::timetable {
namespace {

// The most wishes of a group that any timetable grants with the activities and duties as they are,
// found by enumeration and judged by check() alone.
class MostOfGroup {
 public:
  MostOfGroup(const Problem& problem, const Solution& frame) : problem_(problem), solution_(frame) {
    for (std::size_t m = 0; m < solution_.meetings.size(); ++m) solution_.meetings[m] = {};
    for (std::size_t w = 0; w < solution_.attends.size(); ++w) {
      const auto& wish = problem.attendances[w];
      solution_.attends[w] =
          std::ranges::find(frame.duties, Duty{wish.activity, wish.person}) != frame.duties.end();
    }
    attend(0);
  }
  int most() const { return most_; }

 private:
  Finding now() const { return check(problem_, solution_); }

  void attend(std::size_t w) {
    if (w == solution_.attends.size()) return meet(0);
    attend(w + 1);
    if (solution_.attends[w]) return;
    solution_.attends[w] = true;
    if (now().violations.empty()) attend(w + 1);
    solution_.attends[w] = false;
  }

  void meet(std::size_t m) {
    if (m == solution_.meetings.size()) {
      const int granted = problem_.groups[0].least - static_cast<int>(now().worth.shortage);
      most_ = std::max(most_, granted);
      return;
    }
    meet(m + 1);
    int slots = 0;
    for (const Session& session : problem_.sessions) slots += session.slots;
    for (int slot = 0; slot < slots; ++slot)
      for (const int first : problem_.seats[problem_.meetings[m].first])
        for (const int second : problem_.seats[problem_.meetings[m].second]) {
          solution_.meetings[m] = {slot, 0, first, second};
          if (now().violations.empty()) meet(m + 1);
        }
    solution_.meetings[m] = {};
  }

  const Problem& problem_;
  Solution solution_;
  int most_ = 0;
};

constexpr int everything = 100;  // more wishes than a tiny problem has

TEST(Raise, OnTinyProblemsAGroupGetsWhatEnumerationShowsToBePossibleAndNeverMoreThanTheBound) {
  int attained = 0, proven = 0, cases = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    Problem problem = testing::tiny_problem(seed);
    const Solution before = solve(problem, {seed, 300}, {}, {}).solution;
    problem.groups = {{{0}, everything}};
    const int most = MostOfGroup(problem, before).most();
    const Raised raised = raise_shares(problem, before, {seed, 8000}, {});
    const Finding finding = check(problem, raised.solution);
    EXPECT_TRUE(finding.violations.empty()) << "seed " << seed;
    EXPECT_EQ(finding.worth, raised.worth) << "seed " << seed;
    const int granted = everything - static_cast<int>(raised.worth.shortage);
    const int ceiling = most_granted(problem, problem.groups[0], granted);
    EXPECT_LE(std::max(granted, most), ceiling) << "seed " << seed;
    attained += granted >= most;
    proven += ceiling == most;
    ++cases;
  }
  EXPECT_GE(attained, cases * 96 / 100);
  EXPECT_GE(proven, cases * 90 / 100);
}

// Two organisations whose only person could meet either, in the one slot there is: without prices
// nothing says that it is one or the other.
TEST(Raise, TheCeilingOfAGroupKnowsThatTwoWishesCannotBothHaveATime) {
  Problem problem;
  problem.legs = {{0}};
  problem.places = {{0}};
  problem.travel_minutes = {{0}};
  problem.rooms = 1;
  problem.seats = {{0}, {1}, {2}};
  for (int o = 0; o < 3; ++o) problem.people.push_back({o, {0}, {}});
  problem.sessions = {{0, 0, 600, 20, 1, 5}};
  problem.meetings = {{0, 1, 9, 0, 1, 0}, {0, 2, 9, 0, 1, 0}};
  EXPECT_EQ(most_granted(problem, {{0}, 2}, 1), 1);
}

TEST(Raise, WhereNothingIsMissingNothingIsLost) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    Problem problem = testing::tiny_problem(seed);
    const Result before = solve(problem, {seed, 500}, {}, {});
    problem.groups = {{{0}, 0}, {{0, 1}, 0}};
    const Raised raised = raise_shares(problem, before.solution, {seed, 500}, {});
    EXPECT_EQ(raised.worth.shortage, 0);
    EXPECT_GE(raised.worth.points, before.worth.points);
  }
}

}  // namespace
}  // namespace kontor::engine::timetable
