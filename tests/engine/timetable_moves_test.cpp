#include <algorithm>
#include <functional>
#include <gtest/gtest.h>

#include "engine/timetable/check.h"
#include "engine/timetable/construct.h"
#include "engine/timetable/duties.h"
#include "engine/timetable/moves/exchange_activities.h"
#include "engine/timetable/moves/insert.h"
#include "engine/timetable/moves/move_activity.h"
#include "engine/timetable/search.h"
#include "engine/timetable/solve.h"
#include "engine/timetable_random.h"
#include "engine/timetable_transport.h"

namespace kontor::engine::timetable {
namespace {

// The duties that duties.h asks for of those whom no rule names, found naively.
std::vector<Duty> duties_of(const Problem& problem, const std::vector<int>& options) {
  std::vector<Duty> out;
  const auto stay = [&](const Duty& duty) {
    return stay_of(problem, duty.activity, options[duty.activity], duty.person);
  };
  const auto fits = [&](const Duty& duty) {
    if (!present(problem, duty.person, stay(duty))) return false;
    return std::ranges::all_of(out, [&](const Duty& other) {
      return other.person != duty.person || compatible(problem, stay(other), stay(duty));
    });
  };
  const int activities = static_cast<int>(problem.activities.size());
  for (int a = 0; a < activities; ++a)
    if (options[a] >= 0)
      for (const int person : problem.activities[a].required) out.push_back({a, person});
  for (const bool single : {true, false})
    for (int a = 0; a < activities; ++a)
      if (options[a] >= 0 && single_start(problem, a) == single)
        for (const int person : problem.activities[a].everyone)
          if (const Duty duty{a, person}; fits(duty)) out.push_back(duty);
  std::ranges::sort(out);
  return out;
}

// Whether adding somebody to an activity where they are expected breaks nothing, so that they
// should be there.
bool somebody_shirks(const Problem& problem, const Solution& solution) {
  Solution duties = solution;
  duties.meetings.assign(solution.meetings.size(), {});
  duties.attends.assign(solution.attends.size(), false);
  duties.rides.clear();
  const auto sound = [&] { return check(problem, duties).violations.empty(); };
  for (int a = 0; a < static_cast<int>(problem.activities.size()); ++a)
    for (const int person : problem.activities[a].everyone) {
      const Duty duty{a, person};
      if (solution.options[a] < 0 || std::ranges::find(duties.duties, duty) != duties.duties.end())
        continue;
      duties.duties.push_back(duty);
      if (sound()) return true;
      duties.duties.pop_back();
    }
  return false;
}

// One place, one long session without tables to meet at, three people without meetings. Everybody
// is expected at the reception W, which may start at 60 or at 0; 0 and 2 wish to visit S, and 1
// must be at R.
//
//   minutes   0    30   60   90
//   W         [ 1st ]  or  [ 0th ]
//   R         [ R ]
//   S                   [ S ]
Problem reception() {
  Problem out;
  out.must_points = 100;
  out.legs = {{0}};
  out.places = {{0}};
  out.travel_minutes = {{0}};
  for (int p = 0; p < 3; ++p) out.people.push_back({p, {0}, {}});
  out.seats = {{0}, {1}, {2}};
  out.activities = {{30, {{60, -1, 0}, {0, -1, 0}}, {}, {0, 1, 2}},
                    {30, {{0, -1, 0}}, {1}, {}},
                    {30, {{60, -1, 0}}, {}, {}}};
  out.attendances = {{0, 2, 9, 0}, {2, 2, 100, 1}};
  return out;
}

struct Constructed {
  explicit Constructed(Problem drawn) : problem(std::move(drawn)), state(problem, grid) {
    construct(state, rng);
  }
  Problem problem;
  Grid grid = make_grid(problem);
  base::Rng rng{1};
  State state;
};

TEST(TimetableMoves, AReceptionForEverybodyMovesAndTakesItsDutiesAlong) {
  Constructed at(reception());
  EXPECT_EQ(at.state.option(0), 0);
  EXPECT_EQ(at.state.on_duty_at(0).size(), 3u);
  EXPECT_EQ(at.state.worth().points, 0);
  ASSERT_TRUE(moves::supports_move(at.state, 0, 1));
  ASSERT_TRUE(moves::move_activity(at.state, 0, 1, at.rng));
  EXPECT_FALSE(at.state.on_duty(1, 0)) << "on duty elsewhere, so excused";
  for (const int wish : {0, 1})
    EXPECT_TRUE(moves::insert_free(at.state, {Kind::Attendance, wish}, at.rng)) << "beside it";
  const Solution after = at.state.solution();
  EXPECT_EQ(after.duties, duties_of(at.problem, after.options));
  ASSERT_TRUE(moves::move_activity(at.state, 0, 0, at.rng));
  EXPECT_TRUE(at.state.on_duty(1, 0)) << "free again, so expected again";
}

TEST(TimetableMoves, TheSearchFindsTheBetterHourOfAReception) {
  const Problem problem = reception();
  const Result result = solve(problem, {1, 400}, {}, {});
  EXPECT_EQ(result.solution.options[0], 1);
  EXPECT_EQ(result.worth.points, 109);
  EXPECT_EQ(result.bound, 109);
}

// Person 0 must be at both A and B, which are held at one time; two wish to attend B, one A.
//
//   minutes   0    30
//   A         [ A ]
//   B         [ B ]
Problem rivals() {
  Problem out = reception();
  out.activities = {{30, {{0, -1, 0}}, {0}, {}}, {30, {{0, -1, 0}}, {0}, {}}};
  out.attendances = {{1, 0, 5, 0}, {1, 1, 7, 0}, {2, 1, 2, 0}};
  return out;
}

TEST(TimetableMoves, OfTwoActivitiesThatExcludeEachOtherTheMoreWishedIsHeld) {
  Constructed at(rivals());
  EXPECT_EQ(at.state.option(0), 0) << "the first is, at first";
  EXPECT_EQ(moves::rivals(at.problem, 1), std::vector<int>{0});
  const std::size_t mark = at.state.mark();
  EXPECT_FALSE(moves::exchange_activities(at.state, 1, 0, -1, at.rng));
  at.state.roll_back(mark);
  const Result result = solve(at.problem, {1, 400}, {}, {});
  EXPECT_EQ(result.solution.options, (std::vector<int>{-1, 0}));
  EXPECT_EQ(result.worth.points, 9);
}

// Four lectures in two rooms, two at a time, and for each pair how many wish to hear both:
//
//          B    C    D         minutes   0    30   60
//     A    9    2    1         room 0    [ ?  ][ ?  ]
//     B         1    2         room 1    [ ?  ][ ?  ]
//     C              9
//
// Whoever wishes to hear two at one time misses one. Beside A is D, so that 2 miss one and not 4 or
// 18.
TEST(TimetableMoves, LecturesAreParallelWhereTheFewestWishForBoth) {
  Problem problem = reception();
  problem.rooms = 2;
  problem.people.clear();
  problem.seats.clear();
  problem.attendances.clear();
  problem.activities.clear();
  const auto add_listeners = [&](int one, int other, int count) {
    for (; count > 0; --count) {
      const int person = static_cast<int>(problem.people.size());
      problem.people.push_back({-1, {0}, {}});
      problem.attendances.push_back({person, one, 3, 0});
      problem.attendances.push_back({person, other, 3, 0});
    }
  };
  for (int lecture = 0; lecture < 4; ++lecture)
    problem.activities.push_back({30, {{0, 0, 0}, {0, 1, 0}, {30, 0, 0}, {30, 1, 0}}, {}, {}});
  const int a = 0, b = 1, c = 2, d = 3;
  add_listeners(a, b, 9);
  add_listeners(a, c, 2);
  add_listeners(a, d, 1);
  add_listeners(b, c, 1);
  add_listeners(b, d, 2);
  add_listeners(c, d, 9);
  const Result result = solve(problem, {1, 2000}, {}, {});
  const auto start = [&](int lecture) {
    return problem.activities[lecture].options[result.solution.options[lecture]].starts_at;
  };
  EXPECT_EQ(result.worth.points, 3 * (2 * 24 - 2));
  EXPECT_EQ(start(a), start(d));
  EXPECT_EQ(start(b), start(c));
  EXPECT_NE(start(a), start(b));
}

// Three people and three places, one each; everybody wishes for two of them. What 0 wants most is
// taken by 1, who can have another only from 2, for whom the third is left.
//
//            place 0   place 1   place 2
//   person 0    9         -         -
//   person 1    9         8         -
//   person 2    -         7         8
TEST(TimetableMoves, WhoLosesAPlaceTakesAnother) {
  Problem problem = reception();
  problem.activities.assign(3, {30, {{0, -1, 0, 1}}, {}, {}});
  problem.attendances = {{1, 0, 9, 0}, {2, 1, 7, 0}, {0, 0, 9, 0}, {1, 1, 8, 0}, {2, 2, 8, 0}};
  const Grid grid = make_grid(problem);
  State state(problem, grid);
  for (int a = 0; a < 3; ++a) state.hold(a, 0);
  state.attend(0);
  state.attend(1);
  base::Rng rng(1);
  ASSERT_TRUE(moves::insert(state, {Kind::Attendance, 2}, 3, rng));
  EXPECT_EQ(state.worth().points, 9 + 8 + 8) << "in one chain";
}

// Two talks that must swap their hours in the only room.
TEST(TimetableMoves, TwoActivitiesSwapTheirHours) {
  Problem problem = reception();
  problem.rooms = 1;
  problem.activities.assign(2, {30, {{0, 0, 0}, {30, 0, 0}}, {}, {}});
  problem.attendances = {{0, 0, 5, 0}, {1, 1, 5, 0}};
  problem.people[0].absences = {{0, 30}};
  problem.people[1].absences = {{30, 60}};
  const Grid grid = make_grid(problem);
  State state(problem, grid);
  state.hold(0, 0);
  state.hold(1, 1);
  base::Rng rng(1);
  EXPECT_FALSE(moves::supports_move(state, 0, 1));
  ASSERT_TRUE(moves::swap_activities(state, 0, 1, 1, rng));
  EXPECT_EQ(state.worth().points, 10);
}

using Make = std::function<Problem(std::uint64_t)>;

// Random moves, every one of which counts; what they change is what a recount finds, no rule is
// broken, and everybody is where duties.h wants them.
void expect_sound_moves(const Make& make, std::uint64_t seed, int moves) {
  const Problem problem = make(seed);
  const Grid grid = make_grid(problem);
  State state(problem, grid);
  base::Rng rng(seed);
  construct(state, rng);
  Search search(state, rng);
  for (int i = 0; i < moves; ++i) {
    search.run(1, 1'000'000'000);
    const Solution solution = state.solution();
    const Finding finding = check(problem, solution);
    ASSERT_TRUE(finding.violations.empty())
        << "seed " << seed << ", move " << i << ", " << finding.violations[0].rule;
    ASSERT_EQ(finding.worth, state.worth()) << "seed " << seed;
    if (problem.rules.empty()) {
      ASSERT_EQ(solution.duties, duties_of(problem, solution.options)) << "seed " << seed;
    } else {
      ASSERT_FALSE(somebody_shirks(problem, solution)) << "seed " << seed << ", move " << i;
    }
  }
}

TEST(TimetableMoves, EveryMoveLeavesTheWorthAndTheDutiesThatARecountFinds) {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    expect_sound_moves(testing::tiny_problem, seed, 60);
    expect_sound_moves(testing::tiny_transport_problem, seed, 60);
    expect_sound_moves([](std::uint64_t of) { return testing::tiny_problem_with_rules(of); }, seed,
                       60);
    expect_sound_moves(testing::tiny_vehicle_problem, seed, 60);
    expect_sound_moves(testing::tiny_reception_problem, seed, 60);
  }
}

TEST(TimetableMoves, RollingBackLeavesTheTimetableAsItWas) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    Constructed at(testing::tiny_reception_problem(seed));
    for (int a = 0; a < static_cast<int>(at.problem.activities.size()); ++a)
      for (int o = 0; o < static_cast<int>(at.problem.activities[a].options.size()); ++o) {
        const Solution before = at.state.solution();
        const Worth worth = at.state.worth();
        const std::size_t mark = at.state.mark();
        if (at.state.option(a) < 0)
          moves::exchange_activities(at.state, a, o, -1, at.rng);
        else if (o != at.state.option(a) && moves::supports_move(at.state, a, o))
          moves::move_activity(at.state, a, o, at.rng);
        at.state.roll_back(mark);
        ASSERT_EQ(at.state.solution(), before) << "seed " << seed;
        ASSERT_EQ(at.state.worth(), worth) << "seed " << seed;
      }
  }
}

TEST(TimetableMoves, TheSearchEndsWithItsBestEvenWhenItHeldOtherActivitiesThen) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    Constructed at(testing::tiny_reception_problem(seed));
    Search search(at.state, at.rng);
    search.run(200, 1'000'000'000);
    const Worth best = search.best_worth();
    search.complete();
    EXPECT_FALSE(better(best, at.state.worth())) << "seed " << seed;
    const Finding finding = check(at.problem, at.state.solution());
    ASSERT_TRUE(finding.violations.empty()) << "seed " << seed;
    EXPECT_EQ(finding.worth, at.state.worth()) << "seed " << seed;
  }
}

}  // namespace
}  // namespace kontor::engine::timetable
