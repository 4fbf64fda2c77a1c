#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/breaks/check.h"
#include "engine/breaks_case.h"

namespace kontor::engine::breaks {
namespace {

using Rule = Violation::Rule;

std::vector<Rule> rules(const Finding& finding) {
  std::vector<Rule> found;
  for (const Violation& violation : finding.violations) found.push_back(violation.rule);
  return found;
}

// Participant 0 meets 1, 2 and 3; participants 2 and 3 meet.
Problem star() {
  return plain(4, 6, 2, {{0, 1}, {0, 2}, {0, 3}, {2, 3}});
}

TEST(BreaksCheck, CountsABreakOncePerRunOfIdleSlotsBetweenMeetings) {
  const Finding finding = check(star(), {0, 2, 5, 3});
  EXPECT_TRUE(finding.violations.empty());
  EXPECT_THAT(finding.breaks_of, testing::ElementsAre(2, 0, 0, 1));
  EXPECT_EQ(finding.breaks, 3);
}

TEST(BreaksCheck, DoesNotCountIdleSlotsBeforeTheFirstOrAfterTheLastMeeting) {
  EXPECT_EQ(check(star(), {2, 3, 4, 2}).breaks, 1);  // 3: slots 2 and 4
  EXPECT_EQ(check(star(), {1, 3, 2, 4}).breaks, 1);  // 3: slots 2 and 4
}

TEST(BreaksCheck, NamesEveryBrokenRule) {
  Problem problem = star();
  EXPECT_THAT(rules(check(problem, {0, 1, 2})), testing::ElementsAre(Rule::WrongLength));
  EXPECT_THAT(rules(check(problem, {0, 1, 6, -1})),
              testing::ElementsAre(Rule::NoSuchSlot, Rule::NoSuchSlot));
  EXPECT_THAT(rules(check(problem, {0, 0, 1, 2})), testing::ElementsAre(Rule::TwoAtOnce));
  problem.session[0] = 0b000111;
  problem.fixed[1] = 2;
  problem.forbidden[2] = 0b010000;
  problem.precedences = {{0, 1}};
  EXPECT_THAT(rules(check(problem, {3, 1, 2, 4})),
              testing::ElementsAre(Rule::OutsideSession, Rule::NotAtFixedSlot, Rule::ForbiddenSlot,
                                   Rule::PrecedenceBroken));
  problem = star();
  problem.tables = 1;
  EXPECT_THAT(rules(check(problem, {0, 1, 2, 0})), testing::ElementsAre(Rule::TooFewTables));
  problem = star();
  problem.fairness = 1;
  EXPECT_THAT(rules(check(problem, {0, 2, 4, 3})), testing::ElementsAre(Rule::Unfair));
}

}  // namespace
}  // namespace kontor::engine::breaks
