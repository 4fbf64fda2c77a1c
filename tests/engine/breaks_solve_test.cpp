#include <algorithm>
#include <chrono>
#include <gtest/gtest.h>
#include <limits>
#include <numeric>
#include <thread>

#include "engine/breaks/check.h"
#include "engine/breaks/presolve.h"
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

// Many participants of two kinds who meet at random, with some restrictions of every kind.
Problem random_event(std::uint64_t seed) {
  base::Rng rng(seed);
  std::vector<Meeting> meetings;
  for (int m = 0; m < 60; ++m) meetings.push_back({rng.between(0, 11), rng.between(12, 29)});
  Problem problem = plain(30, 12, 8, std::move(meetings));
  for (int m = 0; m < 60; ++m) {
    if (rng.chance(300)) problem.session[m] = rng.chance(500) ? 0b111111 : 0b111111000000;
    if (m > 0 && rng.chance(50)) problem.precedences.emplace_back(rng.between(0, m - 1), m);
  }
  for (SlotSet& forbidden : problem.forbidden)
    if (rng.chance(100)) forbidden = SlotSet{1} << rng.below(12);
  return problem;
}

TEST(BreaksSolve, OrdersMeetingsOfTheSameTwoOnlyWhereTheyAreInterchangeable) {
  Problem problem = plain(3, 5, 2, {{0, 1}, {1, 0}, {0, 1}, {0, 1}, {0, 1}, {1, 2}});
  problem.session[2] = first_slots(2);
  problem.fixed[3] = 4;
  EXPECT_EQ(with_twins_in_order(problem).precedences,
            (std::vector<std::pair<int, int>>{{0, 1}, {1, 4}}));
  problem.precedences = {{5, 1}};
  EXPECT_EQ(with_twins_in_order(problem).precedences,
            (std::vector<std::pair<int, int>>{{5, 1}, {0, 4}}));
}

TEST(BreaksSolve, GivesTheSameScheduleForTheSameSeed) {
  for (std::uint64_t seed = 0; seed < 4; ++seed) {
    const Problem problem = random_event(seed);
    const Answer once = solve(problem, never, seed);
    const Answer again = solve(problem, never, seed);
    EXPECT_EQ(once.status, again.status);
    EXPECT_EQ(once.breaks, again.breaks);
    EXPECT_EQ(once.schedule, again.schedule);
  }
}

TEST(BreaksSolve, GivesTheSameScheduleHoweverSlowOneOfTheTwoSearchesIs) {
  const Stop slowly = [] {
    std::this_thread::sleep_for(std::chrono::microseconds(200));
    return false;
  };
  for (std::uint64_t seed = 0; seed < 8; ++seed) {
    const Problem problem = random_event(seed);
    const Answer at_once = solve(problem, never, seed);
    const Answer later = solve(problem, slowly, seed);
    EXPECT_EQ(at_once.status, later.status);
    EXPECT_EQ(at_once.schedule, later.schedule) << "seed " << seed;
  }
}

// The same problem with participants, meetings and the two sides of each meeting renumbered.
Problem relabelled(const Problem& problem, base::Rng& rng) {
  std::vector<int> participant(problem.participants);
  std::vector<int> meeting(problem.meetings.size());
  std::iota(participant.begin(), participant.end(), 0);
  std::iota(meeting.begin(), meeting.end(), 0);
  rng.shuffle(std::span(participant));
  rng.shuffle(std::span(meeting));
  Problem other = problem;
  for (std::size_t m = 0; m < meeting.size(); ++m) {
    const Meeting& old = problem.meetings[m];
    other.meetings[meeting[m]] = {participant[old.second], participant[old.first]};
    other.session[meeting[m]] = problem.session[m];
    other.fixed[meeting[m]] = problem.fixed[m];
  }
  for (int p = 0; p < problem.participants; ++p)
    other.forbidden[participant[p]] = problem.forbidden[p];
  for (auto& [earlier, later] : other.precedences) {
    earlier = meeting[earlier];
    later = meeting[later];
  }
  return other;
}

TEST(BreaksSolve, FindsTheSameOptimumUnderOtherNumbers) {
  base::Rng rng(5);
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Problem problem = random_tiny(seed);
    EXPECT_EQ(by_search(problem), by_search(relabelled(problem, rng))) << "seed " << seed;
  }
  const Problem event = random_event(3);
  EXPECT_EQ(by_search(event), by_search(relabelled(event, rng)));
}

TEST(BreaksSolve, OnlyGainsFromAnotherTableOrALooserFairness) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Problem problem = random_tiny(seed);
    const int before = by_search(problem);
    ++problem.tables;
    const int with_table = by_search(problem);
    EXPECT_LE(with_table, before);
    ++problem.fairness;
    EXPECT_LE(by_search(problem), with_table);
  }
}

TEST(BreaksSolve, StopsAtOnceAndClaimsNothingItHasNotProven) {
  const Problem problem = random_event(1);
  const Answer answer = solve(problem, [] { return true; }, 1);
  EXPECT_EQ(answer.status, Answer::Status::Unknown);
  EXPECT_FALSE(answer.schedule.has_value());
}

TEST(BreaksSolve, ReportsBoundsThatApproachEachOther) {
  int bound = 0;
  int breaks = none;
  const auto on_better = [&](const Answer& answer) {
    EXPECT_GE(answer.bound, bound);
    bound = answer.bound;
    if (answer.schedule) {
      EXPECT_LE(answer.breaks, breaks);
      breaks = answer.breaks;
    }
  };
  const Answer answer = solve(random_event(2), never, 1, on_better);
  if (answer.status == Answer::Status::Optimal) {
    EXPECT_EQ(breaks, answer.breaks);
  }
}

TEST(BreaksCheck, RejectsOrRecountsEveryMovedMeetingOfASolvedEvent) {
  const Problem problem = random_event(3);
  const Answer answer = solve(problem, never, 1);
  ASSERT_EQ(answer.status, Answer::Status::Optimal);
  int rejected = 0;
  for (std::size_t m = 0; m < answer.schedule->size(); ++m) {
    for (int slot = 0; slot < problem.slots; ++slot) {
      Schedule moved = *answer.schedule;
      if (moved[m] == slot) continue;
      moved[m] = slot;
      const Finding finding = check(problem, moved);
      rejected += finding.violations.empty() ? 0 : 1;
      EXPECT_TRUE(!finding.violations.empty() || finding.breaks >= answer.breaks);
    }
  }
  EXPECT_GT(rejected, 100);
}

}  // namespace
}  // namespace kontor::engine::breaks
