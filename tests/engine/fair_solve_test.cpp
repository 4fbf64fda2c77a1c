#include <gtest/gtest.h>
#include <numeric>

#include "engine/fair/demands.h"
#include "engine/fair/solve.h"
#include "engine/fair_random.h"

namespace kontor::engine::fair {
namespace {

constexpr Size medium{.participants = 60, .meetings = 400, .slots = 12, .tables = 25};

Answer solved(const Problem& problem, std::uint64_t seed = 1) {
  return solve(problem, {.seed = seed}, {}, {});
}

TEST(FairSolve, FillsTwoSidesWithoutAbsencesToTheBound) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const Problem problem = random_problem(
        seed, {.two_sides = true, .seats = true, .promises = true, .caps = true}, medium);
    const Answer answer = solved(problem);
    EXPECT_EQ(answer.status, Answer::Status::Optimal) << "seed " << seed;
    EXPECT_TRUE(check(problem, answer.plan).violations.empty());
  }
}

TEST(FairSolve, StaysWithinOneHundredthOfTheBoundUnderAllRules) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    Rules rules = mixture(1023);
    rules.fixed = rules.tables_differ = false;
    rules.two_sides = seed % 2 == 0;
    const Problem problem = random_problem(seed, rules, medium);
    const Answer answer = solved(problem);
    EXPECT_TRUE(check(problem, answer.plan).violations.empty());
    EXPECT_GE(answer.worth.value, answer.bound - answer.bound / 100) << "seed " << seed;
  }
}

TEST(FairSolve, GivesTheSameAnswerForTheSameSeed) {
  const Problem problem = random_problem(7, {.absences = true, .seats = true}, medium);
  const Answer one = solved(problem, 5);
  const Answer other = solved(problem, 5);
  EXPECT_EQ(one.plan, other.plan);
  EXPECT_EQ(one.prices, other.prices);
  EXPECT_EQ(one.bound, other.bound);
}

// The same problem with its participants and meetings in another order.
Problem relabelled(const Problem& problem, std::uint64_t seed) {
  base::Rng rng(seed);
  std::vector<int> name(problem.participants.size());
  std::iota(name.begin(), name.end(), 0);
  rng.shuffle(std::span(name));
  Problem other = problem;
  for (std::size_t p = 0; p < name.size(); ++p)
    other.participants[name[p]] = problem.participants[p];
  for (Meeting& it : other.meetings) {
    it.first = name[it.first];
    it.second = name[it.second];
    if (it.host >= 0) it.host = name[it.host];
  }
  rng.shuffle(std::span(other.meetings));
  return other;
}

TEST(FairSolve, IsWorthTheSameUnderOtherNames) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Rules rules{.two_sides = true, .seats = true, .promises = true, .caps = true};
    const Problem problem =
        random_problem(seed, rules, {.participants = 20, .meetings = 60, .slots = 5, .tables = 6});
    const Answer one = solved(problem);
    const Answer other = solved(relabelled(problem, seed));
    EXPECT_EQ(one.worth.value, other.worth.value) << "seed " << seed;
    EXPECT_EQ(one.bound, other.bound) << "seed " << seed;
  }
}

TEST(FairSolve, NeverLosesByAFurtherTableSeatOrSlotOfPresence) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Rules rules{.two_sides = seed % 2 == 0, .absences = seed % 3 == 0};
    const Problem problem =
        random_problem(seed, rules, {.participants = 12, .meetings = 30, .slots = 4, .tables = 3});
    Problem wider = problem;
    for (Slot& slot : wider.slots) ++slot.tables;
    wider.participants[seed % 12].seats = 2;
    wider.participants[(seed + 1) % 12].absent_slots.clear();
    EXPECT_GE(solved(wider).bound, solved(problem).worth.value) << "seed " << seed;
    EXPECT_GE(solved(wider).worth.value, solved(problem).worth.value) << "seed " << seed;
  }
}

TEST(FairSolve, StoppedAtOnceStillGivesAPlanThatKeepsTheRules) {
  const Problem problem = random_problem(3, {.absences = true, .precedences = true}, medium);
  const Answer answer = solve(problem, {}, [] { return true; }, {});
  EXPECT_TRUE(check(problem, answer.plan).violations.empty());
  EXPECT_GE(answer.bound, solved(problem).worth.value);
  EXPECT_GE(answer.worth.value, answer.bound / 10 * 8);
}

TEST(FairSolve, ReportsProgressThatOnlyGetsBetter) {
  const Problem problem = random_problem(4, {.absences = true}, medium);
  std::vector<Progress> seen;
  solve(problem, {}, {}, [&](const Progress& progress) { seen.push_back(progress); });
  ASSERT_GE(seen.size(), 3U);
  for (std::size_t i = 1; i < seen.size(); ++i) {
    EXPECT_GE(seen[i].value, seen[i - 1].value);
    EXPECT_LE(seen[i].bound, seen[i - 1].bound);
    EXPECT_GE(seen[i].permille_done, seen[i - 1].permille_done);
  }
  EXPECT_EQ(seen.back().permille_done, 1000);
}

// Participants 0 and 1 both wish to meet 2, who has one slot; 0 has another wish granted already.
TEST(FairSolve, ServesTheWorstOffFirstAmongEquallyWorthyPlans) {
  for (const int lucky : {0, 1}) {
    Problem problem;
    problem.slots = {{0, 9}, {0, 9}};
    problem.participants.resize(4);
    problem.participants[2].most = 1;
    problem.meetings = {{.first = 0, .second = 2, .points = 3},
                        {.first = 1, .second = 2, .points = 3},
                        {.first = lucky, .second = 3, .points = 1}};
    const Answer answer = solved(problem);
    EXPECT_EQ(answer.worth.value, 4);
    EXPECT_LT(answer.plan[lucky].slot, 0) << lucky;
    EXPECT_GE(answer.plan[1 - lucky].slot, 0) << lucky;
  }
}

// Participants 0 and 1, of groups 0 and 1, both wish to meet 2, who wants one meeting. A fellow of
// the unlucky group wishes in vain to meet 5, who is taken by a must; the other group's fellow can
// meet 6.
TEST(FairSolve, ServesTheWorstOffGroupFirstAmongEquallyWorthyPlans) {
  for (const int unlucky : {0, 1}) {
    Problem problem;
    problem.slots = {{0, 9}, {0, 9}};
    problem.groups = 2;
    problem.participants.resize(8);
    problem.participants[0].group = problem.participants[3].group = 0;
    problem.participants[1].group = problem.participants[4].group = 1;
    problem.participants[2].most = problem.participants[5].most = 1;
    problem.meetings = {{.first = 0, .second = 2, .points = 3},
                        {.first = 1, .second = 2, .points = 3},
                        {.first = 7, .second = 5, .musts = 1},
                        {.first = 3 + unlucky, .second = 5, .points = 1},
                        {.first = 4 - unlucky, .second = 6, .points = 1}};
    const Answer answer = solved(problem);
    EXPECT_GE(answer.plan[unlucky].slot, 0) << unlucky;
    EXPECT_LT(answer.plan[1 - unlucky].slot, 0) << unlucky;
  }
}

TEST(FairSolve, AMustOutweighsAllWantsAndAPromiseEverything) {
  Problem problem;
  problem.slots = {{0, 1}};
  problem.participants.resize(7);
  problem.meetings = {{.first = 0, .second = 1, .points = 900},
                      {.first = 2, .second = 3, .musts = 1}};
  EXPECT_GE(solved(problem).plan[1].slot, 0);
  problem.meetings.push_back({.first = 5, .second = 6, .points = 1});
  problem.participants[5].least = 1;
  EXPECT_GE(solved(problem).plan[2].slot, 0);
}

TEST(FairSolve, PromisesThatCannotBeKeptAreNamedBesideTheNearestPlan) {
  Problem problem;
  problem.slots = {{0, 1}};
  problem.participants.resize(5);
  problem.meetings = {{.first = 0, .second = 1, .points = 3},
                      {.first = 2, .second = 3, .points = 1}};
  problem.participants[0].least = problem.participants[2].least = 1;
  problem.participants[4].least = 2;
  const Answer answer = solved(problem);
  EXPECT_EQ(answer.status, Answer::Status::Infeasible);
  ASSERT_EQ(answer.conflicts.size(), 2U);
  EXPECT_EQ(answer.conflicts[0], (Violation{"least", -1, 4, -1}));
  EXPECT_EQ(answer.conflicts[1], (Violation{"promises", -1, 2, -1}));
  EXPECT_EQ(answer.worth.points, 3);
}

TEST(FairSolve, OrdersInACircleAreNamedAndNothingThatHangsOnThem) {
  Problem problem = random_problem(5, {}, {.participants = 8, .meetings = 6, .slots = 4});
  problem.precedences = {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {4, 0}};
  const Answer answer = solved(problem);
  EXPECT_EQ(answer.status, Answer::Status::Infeasible);
  EXPECT_TRUE(answer.plan.empty());
  std::vector<int> named;
  for (const Violation& it : answer.conflicts) {
    EXPECT_EQ(it.rule, "circle");
    named.push_back(it.meeting);
  }
  EXPECT_EQ(named, (std::vector{1, 2, 0}));
}

}  // namespace
}  // namespace kontor::engine::fair
