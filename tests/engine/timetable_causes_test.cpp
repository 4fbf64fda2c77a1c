// Every set of causes is removed, and the wish is granted; a part of it is removed, and it is not.
// Judged by check() alone.
#include <algorithm>
#include <gtest/gtest.h>
#include <map>

#include "engine/timetable/causes.h"
#include "engine/timetable/check.h"
#include "engine/timetable/replay.h"
#include "engine/timetable/solve.h"
#include "engine/timetable_random.h"

namespace kontor::engine::timetable {
namespace {

// A timetable from which facts can be taken away.
struct World {
  static constexpr int never = 1'000'000;

  Problem problem;
  Solution solution;
  std::vector<int> freed_slots;  // that have one more table

  void remove(const Obstacle& fact) {
    Person* person = fact.person < 0 ? nullptr : &problem.people[fact.person];
    switch (fact.kind) {
      case ObstacleKind::Meeting:
        solution.meetings[fact.index] = {};
        break;
      case ObstacleKind::Attendance:
        solution.attends[fact.index] = false;
        break;
      case ObstacleKind::Tables:
        freed_slots.push_back(fact.index);
        break;
      case ObstacleKind::Places:
        for (Option& option : problem.activities[fact.index].options) option.places = unlimited;
        break;
      case ObstacleKind::Duty:
        excuse(fact.index, fact.person);
        break;
      case ObstacleKind::Absence:
        person->absences[fact.index] = {never, never};
        break;
      case ObstacleKind::OtherCity:
        person->legs.push_back(fact.index);
        break;
      case ObstacleKind::Nobody:
        problem.seats[fact.index].push_back(static_cast<int>(problem.people.size()));
        problem.people.push_back({fact.index, {0, 1}, {}});
        break;
      case ObstacleKind::Room:
        for (Option& option : problem.activities[fact.index].options) option.room = -1;
        break;
      case ObstacleKind::Session:
        problem.sessions[fact.index].room = -1;
        break;
      case ObstacleKind::Rule:
        problem.rules[fact.index] = {};
        problem.rules[fact.index].covers.resize(problem.activities.size());
        drop_uncalled();
        break;
      case ObstacleKind::NotHeld:
      case ObstacleKind::NoSlots:
        FAIL() << "cannot be undone in a test";
    }
  }

  void excuse(int activity, int person) {
    std::erase(problem.activities[activity].required, person);
    std::erase(problem.activities[activity].everyone, person);
    std::erase(solution.duties, Duty{activity, person});
    for (std::size_t w = 0; w < problem.attendances.size(); ++w)
      if (problem.attendances[w].person == person && problem.attendances[w].activity == activity)
        solution.attends[w] = false;
  }

  // Whom nothing calls to an activity any more does not go there.
  void drop_uncalled() {
    const auto is_there = [&](int person, int activity) {
      for (std::size_t w = 0; w < solution.attends.size(); ++w)
        if (solution.attends[w] && problem.attendances[w].person == person &&
            problem.attendances[w].activity == activity)
          return true;
      return std::ranges::find(solution.duties, Duty{activity, person}) != solution.duties.end();
    };
    const auto uncalled = [&](const Duty& duty) {
      const Activity& activity = problem.activities[duty.activity];
      if (testing::contains(activity.required, duty.person) ||
          testing::contains(activity.everyone, duty.person))
        return false;
      return std::ranges::none_of(problem.rules, [&](const Rule& rule) {
        if (rule.covers[duty.activity] == 0 || !testing::contains(rule.people, duty.person))
          return false;
        if (rule.kind == RuleKind::AtLeastOneOf) return true;
        return rule.kind == RuleKind::AlwaysWith &&
               std::ranges::any_of(rule.others, [&](int other) {
                 return other != duty.person && is_there(other, duty.activity);
               });
      });
    };
    while (std::erase_if(solution.duties, uncalled) > 0) continue;
  }

  bool sound() const {
    const auto violations = check(problem, solution).violations;
    return std::ranges::all_of(violations, [&](const Violation& violation) {
      if (violation.rule != "tables" || violation.second == 0) return false;
      int slot = violation.first;
      for (const Session& session : problem.sessions) {
        if (slot < session.slots)
          return violation.second <=
                 session.tables + std::ranges::count(freed_slots, violation.first);
        slot -= session.slots;
      }
      return false;
    });
  }
};

bool can_meet(World world, int meeting) {
  int slots = 0;
  for (const Session& session : world.problem.sessions) slots += session.slots;
  const MeetingWish& wish = world.problem.meetings[meeting];
  for (int slot = 0; slot < slots; ++slot)
    for (const int first : world.problem.seats[wish.first])
      for (const int second : world.problem.seats[wish.second]) {
        world.solution.meetings[meeting] = {slot, 0, first, second};
        if (world.sound()) return true;
      }
  return false;
}

bool can_attend_as_held(World world, const AttendanceWish& wish, int number) {
  world.solution.attends[number] = true;
  const Activity& activity = world.problem.activities[wish.activity];
  for (const auto* bound : {&activity.required, &activity.everyone})
    if (std::ranges::find(*bound, wish.person) != bound->end())
      world.solution.duties.push_back({wish.activity, wish.person});
  return world.sound();
}

// Whom a rule of protocol may call to `activity` though nothing else does.
std::vector<int> callable(const Problem& problem, int activity) {
  std::vector<int> out;
  for (const Rule& rule : problem.rules)
    if (rule.covers[activity] &&
        (rule.kind == RuleKind::AlwaysWith || rule.kind == RuleKind::AtLeastOneOf))
      for (const int person : rule.people)
        if (!testing::contains(problem.activities[activity].required, person) &&
            !testing::contains(out, person))
          out.push_back(person);
  return out;
}

bool can_attend(World world, int number) {
  const AttendanceWish wish = world.problem.attendances[number];
  if (world.solution.options[wish.activity] >= 0) return can_attend_as_held(world, wish, number);
  const Activity& activity = world.problem.activities[wish.activity];
  const std::vector<int> chosen = callable(world.problem, wish.activity);
  for (unsigned choice = 0; choice < 1U << chosen.size(); ++choice) {
    World held = world;
    for (const int person : activity.required)
      if (person != wish.person) held.solution.duties.push_back({wish.activity, person});
    for (std::size_t k = 0; k < chosen.size(); ++k)
      if ((choice >> k & 1U) != 0 && chosen[k] != wish.person)
        held.solution.duties.push_back({wish.activity, chosen[k]});
    for (std::size_t o = 0; o < activity.options.size(); ++o) {
      held.solution.options[wish.activity] = static_cast<int>(o);
      if (can_attend_as_held(held, wish, number)) return true;
    }
  }
  return false;
}

struct Case {
  World world;
  bool meeting = false;
  int number = 0;

  bool grantable(const Causes& without) const {
    World changed = world;
    for (const Obstacle& fact : without) changed.remove(fact);
    return meeting ? can_meet(std::move(changed), number) : can_attend(std::move(changed), number);
  }
};

void expect_true_and_minimal(const Case& one, const std::vector<Causes>& sets,
                             std::map<ObstacleKind, int>& seen) {
  ASSERT_FALSE(sets.empty());
  for (const Causes& causes : sets) {
    for (const Obstacle& fact : causes) {
      if (fact.kind == ObstacleKind::NotHeld || fact.kind == ObstacleKind::NoSlots) return;
      ++seen[fact.kind];
    }
    EXPECT_TRUE(one.grantable(causes));
    for (std::size_t left = 0; left < causes.size(); ++left) {
      Causes part = causes;
      part.erase(part.begin() + static_cast<std::ptrdiff_t>(left));
      EXPECT_FALSE(one.grantable(part)) << "cause " << left << " is not needed";
    }
  }
}

// All open wishes of a timetable of `problem`.
void expect_all_true_and_minimal(const Problem& problem, std::uint64_t seed,
                                 std::map<ObstacleKind, int>& seen) {
  const Result result = solve(problem, {seed, 200}, {}, {});
  const Grid grid = make_grid(problem);
  State state(problem, grid);
  replay(state, result.solution);
  SCOPED_TRACE(seed);
  Case one{{problem, state.solution(), {}}, true, 0};
  for (std::size_t m = 0; m < problem.meetings.size(); ++m) {
    one.number = static_cast<int>(m);
    if (state.seating(one.number).slot >= 0) continue;
    const auto& wish = problem.meetings[m];
    expect_true_and_minimal(one, causes_of_meeting(state, wish.first, wish.second), seen);
  }
  one.meeting = false;
  for (std::size_t w = 0; w < problem.attendances.size(); ++w) {
    one.number = static_cast<int>(w);
    if (state.attends(one.number)) continue;
    const auto& wish = problem.attendances[w];
    const auto sets = causes_of_attendance(state, wish.person, wish.activity);
    expect_true_and_minimal(one, sets, seen);
  }
}

TEST(Causes, RemovedTheyLetTheWishBeGrantedAndNoPartOfThemDoes) {
  std::map<ObstacleKind, int> seen;
  for (std::uint64_t seed = 1; seed <= 400; ++seed)
    expect_all_true_and_minimal(testing::tiny_problem(seed), seed, seen);
  for (const ObstacleKind kind :
       {ObstacleKind::Meeting, ObstacleKind::Attendance, ObstacleKind::Tables, ObstacleKind::Places,
        ObstacleKind::Duty, ObstacleKind::Absence, ObstacleKind::OtherCity, ObstacleKind::Room,
        ObstacleKind::Session, ObstacleKind::Nobody})
    EXPECT_GE(seen[kind], 3) << "kind " << static_cast<int>(kind);
}

TEST(Causes, WithEveryMixOfRulesToo) {
  std::map<ObstacleKind, int> seen;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed)
    expect_all_true_and_minimal(testing::tiny_problem_with_rules(seed), seed, seen);
  EXPECT_GE(seen[ObstacleKind::Rule], 100);
}

TEST(Causes, AFreeTableIsSeenOnceAMeetingOfTheSlotIsGivenUp) {
  // One slot, one table, one person each; 0 meets 1, and 2 wishes to meet 0.
  Problem problem;
  problem.must_points = 10;
  problem.legs = {{0}};
  problem.places = {{0}};
  problem.travel_minutes = {{0}};
  problem.rooms = 1;
  problem.people = {{0, {0}, {}}, {1, {0}, {}}, {2, {0}, {}}};
  problem.seats = {{0}, {1}, {2}};
  problem.sessions = {{0, 0, 0, 20, 1, 1}};
  problem.meetings = {{0, 1, 9, 0, 1, 0}, {0, 2, 1, 0, 1, 0}, {1, 2, 1, 0, 1, 0}};
  const Grid grid = make_grid(problem);
  State state(problem, grid);
  state.seat(0, {0, 1, 0, 1});
  const std::vector<Causes> expected{{{ObstacleKind::Meeting, 0, -1}}};
  EXPECT_EQ(causes_of_meeting(state, 0, 2), expected);
}

}  // namespace
}  // namespace kontor::engine::timetable
