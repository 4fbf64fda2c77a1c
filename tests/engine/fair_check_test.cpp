#include <gtest/gtest.h>

#include "engine/fair/check.h"

namespace kontor::engine::fair {
namespace {

// Three slots, the third after lunch; participants 0 and 1 wish to meet 2 and 3.
//
//   slot      0   1 | 2
//   0 meets   2   3 | .
//   1 meets   .   . | 2      (1 is absent in slot 0)
Problem drawn() {
  Problem problem;
  problem.slots = {{0, 1}, {0, 2}, {1, 1}};
  problem.participants.resize(4);
  problem.participants[0].least = 2;
  problem.participants[1].absent_slots = {0};
  problem.participants[1].most = 1;
  problem.meetings = {{.first = 0, .second = 2, .points = 5},
                      {.first = 0, .second = 3, .musts = 1},
                      {.first = 1, .second = 2, .points = 2},
                      {.first = 1, .second = 3, .points = 1}};
  problem.precedences = {{0, 1}};
  return problem;
}

const Plan good{{0, 0}, {1, 1}, {2, 0}, {-1, -1}};

std::vector<std::string> rules(const Problem& problem, const Plan& plan) {
  std::vector<std::string> names;
  for (const Violation& it : check(problem, plan).violations) names.push_back(it.rule);
  return names;
}

using Names = std::vector<std::string>;

TEST(FairCheck, CountsWhatAPlanIsWorth) {
  const Finding finding = check(drawn(), good);
  EXPECT_TRUE(finding.violations.empty());
  EXPECT_EQ(finding.worth.musts, 1);
  EXPECT_EQ(finding.worth.points, 7);
  EXPECT_EQ(finding.worth.promised, 2);
  EXPECT_EQ(finding.worth.broken_promises, 0);
  EXPECT_EQ(finding.worth.meetings, 3);
  EXPECT_EQ(finding.worth.table_changes, 1);
  // 8 points of wants, so that a must is worth 9, a promise 2 × 9.
  EXPECT_EQ(finding.worth.value, 2 * 18 + 9 + 7);
}

TEST(FairCheck, NamesEveryBrokenRule) {
  const Problem problem = drawn();
  EXPECT_EQ(rules(problem, {{1, 0}, {1, 1}, {2, 0}, {-1, -1}}), (Names{"seats", "precedence"}));
  EXPECT_EQ(rules(problem, {{0, 0}, {1, 1}, {0, 0}, {-1, -1}}),
            (Names{"tables", "absence", "seats"}));
  EXPECT_EQ(rules(problem, {{0, 0}, {1, 1}, {2, 0}, {1, 0}}), (Names{"most", "seats"}));
  EXPECT_EQ(rules(problem, {{1, 0}, {0, 0}, {2, 0}, {-1, -1}}), Names{"precedence"});
  EXPECT_EQ(rules(problem, {{0, 1}, {1, 1}, {2, 0}, {-1, -1}}), Names{"table"});
  EXPECT_EQ(rules(problem, {{0, 0}, {1, 1}, {3, 0}, {-1, -1}}), Names{"slot"});
  EXPECT_EQ(rules(problem, {{0, 0}}), Names{"shape"});
}

TEST(FairCheck, WantsFixedMeetingsInTheirSlotAndOwnTablesUnnumbered) {
  Problem problem = drawn();
  problem.meetings[2].fixed_slot = 1;
  EXPECT_EQ(rules(problem, good), Names{"fixed"});
  problem = drawn();
  problem.meetings[2].host = 2;
  EXPECT_EQ(rules(problem, good), Names{"table"});
}

TEST(FairCheck, BreaksStartAnewWithEachSessionUnlessTheySpanThem) {
  Problem problem = drawn();
  problem.slots = {{0, 1}, {0, 1}, {0, 1}, {1, 1}, {1, 1}};
  problem.participants[1].absent_slots.clear();
  const Plan plan{{0, 0}, {2, 0}, {4, 0}, {-1, -1}};
  EXPECT_EQ(check(problem, plan).worth.breaks, 1);  // 0 idles in slot 1; 2 idles over lunch
  problem.breaks_span_sessions = true;
  EXPECT_EQ(check(problem, plan).worth.breaks, 2);
}

TEST(FairCheck, FixedMeetingsConflictByName) {
  Problem problem = drawn();
  problem.meetings[0].fixed_slot = 1;
  problem.meetings[1].fixed_slot = 1;
  const auto conflicts = fixed_conflicts(problem);
  ASSERT_EQ(conflicts.size(), 2U);
  EXPECT_EQ(conflicts[0].rule, "seats");
  EXPECT_EQ(conflicts[0].participant, 0);
  EXPECT_EQ(conflicts[1].rule, "precedence");
  EXPECT_TRUE(fixed_conflicts(drawn()).empty());
}

TEST(FairCheck, RefusesPricesThatProveNothing) {
  const Problem problem = drawn();
  Prices prices{{0, 0, 0, 0}, {0, 0, 0}, {}};
  EXPECT_EQ(proven_bound(problem, prices), 2 * 18 + 9 + 8);
  prices.table[1] = -1;
  EXPECT_FALSE(proven_bound(problem, prices).has_value());
  prices.table = {0, 0};
  EXPECT_FALSE(proven_bound(problem, prices).has_value());
  prices = {{0, 0, 0, std::int64_t{1} << 62}, {0, 0, 0}, {}};
  EXPECT_FALSE(proven_bound(problem, prices).has_value());
  prices = {{0, 0, 0, 0}, {0, 0, 0}, {0}};
  EXPECT_FALSE(proven_bound(problem, prices).has_value());
}

}  // namespace
}  // namespace kontor::engine::fair
