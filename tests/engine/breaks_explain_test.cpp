#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/breaks/explain.h"
#include "engine/breaks/solve.h"
#include "engine/breaks_case.h"

namespace kontor::engine::breaks {
namespace {

using Kind = Cause::Kind;

const Stop never = [] { return false; };

// What is left of `problem` when nothing but `causes` is asked of it.
Problem reduced(const Problem& problem, const Conflict& conflict,
                const std::vector<Cause>& causes) {
  Problem rest = plain(problem.participants, problem.slots, 1000, problem.meetings);
  rest.fairness = problem.slots;
  std::vector<char> held(problem.meetings.size(), conflict.every_request ? 1 : 0);
  for (const auto& [kind, first, second] : causes) {
    if (kind == Kind::Request) held[first] = 1;
    if (kind == Kind::Session) rest.session[first] = problem.session[first];
    if (kind == Kind::Fixed) rest.fixed[first] = problem.fixed[first];
    if (kind == Kind::Forbidden) rest.forbidden[first] |= SlotSet{1} << second;
    if (kind == Kind::Precedence) rest.precedences.emplace_back(first, second);
    if (kind == Kind::Tables) rest.tables = problem.tables;
    if (kind == Kind::Fairness) rest.fairness = problem.fairness;
  }
  // Meetings that are not asked for go, and precedences with them.
  for (std::size_t m = 0; m < held.size(); ++m) {
    if (held[m]) continue;
    std::erase_if(rest.precedences, [&](const auto& pair) {
      return pair.first == static_cast<int>(m) || pair.second == static_cast<int>(m);
    });
  }
  Problem only = rest;
  only.meetings.clear();
  only.session.clear();
  only.fixed.clear();
  std::vector<int> number(held.size(), -1);
  for (std::size_t m = 0; m < held.size(); ++m) {
    if (!held[m]) continue;
    number[m] = static_cast<int>(only.meetings.size());
    only.meetings.push_back(rest.meetings[m]);
    only.session.push_back(rest.session[m]);
    only.fixed.push_back(rest.fixed[m]);
  }
  for (auto& [earlier, later] : only.precedences) {
    earlier = number[earlier];
    later = number[later];
  }
  return only;
}

bool is_infeasible(const Problem& problem) {
  return solve(problem, never, 1).status == Answer::Status::Infeasible;
}

TEST(BreaksExplain, NamesCausesThatConflictAndOfWhichNoneCanBeSpared) {
  int explained = 0;
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    const Problem problem = random_tiny(seed);
    if (!is_infeasible(problem)) continue;
    const Conflict conflict = explain(problem, never);
    if (conflict.causes.empty()) continue;  // fairness in an event where everybody has breaks
    ++explained;
    EXPECT_TRUE(conflict.minimal);
    ASSERT_TRUE(is_infeasible(reduced(problem, conflict, conflict.causes))) << "seed " << seed;
    for (std::size_t i = 0; i < conflict.causes.size(); ++i) {
      std::vector<Cause> fewer = conflict.causes;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      ASSERT_FALSE(is_infeasible(reduced(problem, conflict, fewer))) << "seed " << seed;
    }
  }
  EXPECT_GT(explained, 150);
}

TEST(BreaksExplain, SeesThatTooManyMeetingsShareTwoSlots) {
  Problem problem = plain(4, 6, 3, {{0, 1}, {0, 2}, {0, 3}});
  for (SlotSet& session : problem.session) session = 0b000011;
  const Conflict conflict = explain(problem, never);
  EXPECT_EQ(conflict.causes.size(), 6U);  // three requests and their sessions
  EXPECT_TRUE(conflict.minimal);
}

}  // namespace
}  // namespace kontor::engine::breaks
