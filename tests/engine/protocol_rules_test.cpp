// One rule, a timetable drawn, one number.
#include <gtest/gtest.h>

#include "engine/timetable/check.h"
#include "engine/timetable/coaches.h"
#include "engine/timetable/construct.h"
#include "engine/timetable/moves/insert.h"
#include "engine/timetable/protocol.h"
#include "engine/timetable/replay.h"
#include "engine/timetable/rules/always_with.h"
#include "engine/timetable/rules/arrives_last.h"
#include "engine/timetable/rules/at_least_one_of.h"
#include "engine/timetable/rules/at_most_a_day.h"
#include "engine/timetable/rules/clearance_needed.h"
#include "engine/timetable/rules/guests_in_place.h"
#include "engine/timetable/rules/leaves_first.h"
#include "engine/timetable/rules/never_with.h"
#include "engine/timetable/rules/not_same_vehicle.h"
#include "engine/timetable/rules/rest.h"

namespace kontor::engine::timetable {
namespace {

constexpr std::int64_t impossible = rules::impossible;

// Three activities in one house and two people, 0 and 1, who wish for them for 5 points each.
//
//   minutes      0    10   20   30   40   50   60   70   80
//   activity 0   [   20    ]
//   activity 1                  [   20    ]
//   activity 2                                 [   20    ]
Problem drawing() {
  Problem out;
  out.must_points = 100;
  out.legs = {{0}};
  out.places = {{0}};
  out.travel_minutes = {{0}};
  for (int p = 0; p < 2; ++p) out.people.push_back({p, {0}, {}});
  out.seats = {{0}, {1}};
  for (int a = 0; a < 3; ++a) out.activities.push_back({20, {{30 * a, -1, 0, 9}}, {}, {}});
  for (int a = 0; a < 3; ++a)
    for (int p = 0; p < 2; ++p) out.attendances.push_back({p, a, 5, 0});
  return out;
}

Rule rule(RuleKind kind, std::vector<int> people, std::vector<int> others = {}) {
  Rule out;
  out.kind = kind;
  out.people = std::move(people);
  out.others = std::move(others);
  out.covers = {1, 1, 1};
  return out;
}

struct Drawn {
  explicit Drawn(Rule one) : Drawn(std::move(one), {}) {}
  // All activities are reached by coaches of so many seats, if there are any.
  Drawn(Rule one, const std::vector<int>& seats) : problem(drawing()) {
    problem.rules = {std::move(one)};
    for (const int each : seats) problem.coaches.push_back({0, each});
    for (Person& person : problem.people) person.rides = !seats.empty();
    for (Activity& activity : problem.activities) activity.boards_at = seats.empty() ? -1 : 0;
    grid = make_grid(problem);
    state.emplace(problem, grid);
    for (int a = 0; a < 3; ++a) state->hold(a, 0);
  }
  // By the rule alone.
  std::int64_t cost(int person, int activity) const {
    return cost_of_rule(*state, 0, person, visit_of(*state, person, activity, 0));
  }
  std::size_t in_the_way(int person, int activity) const {
    std::vector<Item> out;
    explain_visit(*state, person, visit_of(*state, person, activity, 0), out);
    return out.size();
  }
  std::string broken() const {
    const Finding finding = check(problem, state->solution());
    return finding.violations.empty() ? "" : finding.violations[0].rule;
  }
  // Number of the wish of `person` for `activity`.
  static int wish(int person, int activity) { return 2 * activity + person; }

  Problem problem;
  Grid grid;
  std::optional<State> state;
};

TEST(ProtocolRules, AlwaysWithLetsTheOneComeOnlyWithTheOtherOnDuty) {
  Drawn drawn(rule(RuleKind::AlwaysWith, {1}, {0}));
  EXPECT_EQ(drawn.cost(0, 0), impossible);
  EXPECT_EQ(drawn.cost(1, 0), 0);
  drawn.state->attend(Drawn::wish(0, 0));
  EXPECT_EQ(drawn.broken(), rules::AlwaysWith::name);
  drawn.state->leave(Drawn::wish(0, 0));
  EXPECT_TRUE(bind_with_company(*drawn.state, 0, 0));
  EXPECT_TRUE(drawn.state->on_duty(1, 0));
  drawn.state->unbind(0, 0);  // the other is there for nobody
  EXPECT_EQ(drawn.broken(), "uncalled");
}

TEST(ProtocolRules, AtLeastOneOfHasSomebodyChosen) {
  Drawn drawn(rule(RuleKind::AtLeastOneOf, {0, 1}));
  EXPECT_EQ(drawn.broken(), rules::AtLeastOneOf::name);
  for (int a = 0; a < 3; ++a) EXPECT_TRUE(bind_chosen(*drawn.state, a, nullptr));
  EXPECT_EQ(drawn.broken(), "");
  EXPECT_EQ(drawn.state->on_duty_at(2).size(), 1u);
  EXPECT_EQ(drawn.state->places(2), 8) << "who is there by the rule alone takes a place";
}

TEST(ProtocolRules, NeverWithCostsTheOtherTheirPlace) {
  Drawn drawn(rule(RuleKind::NeverWith, {0}, {1}));
  EXPECT_EQ(drawn.cost(1, 1), 0);
  drawn.state->attend(Drawn::wish(0, 1));
  EXPECT_EQ(drawn.cost(1, 1), 5);
  EXPECT_EQ(drawn.cost(1, 2), 0);
  EXPECT_EQ(drawn.in_the_way(1, 1), 1u);
  drawn.state->attend(Drawn::wish(1, 1));
  EXPECT_EQ(drawn.broken(), rules::NeverWith::name);
}

TEST(ProtocolRules, NeverWithHoldsAtTablesToo) {
  Rule one = rule(RuleKind::NeverWith, {0}, {1});
  one.meetings = true;
  const Drawn drawn(one);
  const Visit visit{{0, 20, 0}, -1, 1};
  EXPECT_EQ(cost_of_rule(*drawn.state, 0, 0, visit), impossible);
}

TEST(ProtocolRules, NotSameVehicleSpeaksOfVehiclesOnly) {
  Rule one = rule(RuleKind::NotSameVehicle, {0}, {1});
  one.covers = {0, 1, 0};
  Drawn drawn(one);
  for (int a = 0; a < 3; ++a) drawn.state->attend(Drawn::wish(0, a));
  EXPECT_EQ(drawn.cost(1, 0), 0);
  EXPECT_EQ(drawn.cost(1, 1), 5);
  drawn.state->attend(Drawn::wish(1, 1));
  EXPECT_EQ(drawn.broken(), rules::NotSameVehicle::name);
}

TEST(ProtocolRules, NotSameVehicleSeatsTwoInDifferentCoaches) {
  Drawn drawn(rule(RuleKind::NotSameVehicle, {0}, {1}), {5, 5});
  base::Rng rng(1);
  for (const int person : {0, 1})
    EXPECT_TRUE(moves::insert_free(*drawn.state, {Kind::Attendance, Drawn::wish(person, 1)}, rng));
  EXPECT_EQ(drawn.state->coaches(1).size(), 2u) << "one has seats enough";
  Solution solution = drawn.state->solution();
  EXPECT_TRUE(check(drawn.problem, solution).violations.empty()) << "they can be parted";
  assign_coaches(drawn.problem, solution);
  ASSERT_EQ(solution.rides.size(), 2u);
  EXPECT_NE(solution.rides[0].coach, solution.rides[1].coach);
  EXPECT_TRUE(check(drawn.problem, solution).violations.empty());
  solution.rides[1].coach = solution.rides[0].coach;
  EXPECT_EQ(check(drawn.problem, solution).violations[0].rule, rules::NotSameVehicle::name);
}

TEST(ProtocolRules, WithOneCoachNotSameVehicleLetsOnlyOneCome) {
  Drawn drawn(rule(RuleKind::NotSameVehicle, {0}, {1}), {50});
  base::Rng rng(1);
  EXPECT_TRUE(moves::insert_free(*drawn.state, {Kind::Attendance, Drawn::wish(0, 1)}, rng));
  EXPECT_EQ(drawn.cost(1, 1), 5);
  EXPECT_EQ(drawn.in_the_way(1, 1), 1u);
  EXPECT_FALSE(moves::insert_free(*drawn.state, {Kind::Attendance, Drawn::wish(1, 1)}, rng));
  drawn.state->attend(Drawn::wish(1, 1));
  EXPECT_EQ(drawn.broken(), rules::NotSameVehicle::name);
}

TEST(ProtocolRules, NotSameVehicleLeavesThoseAloneWhoComeOnTheirOwn) {
  Drawn drawn(rule(RuleKind::NotSameVehicle, {0}, {1}), {50});
  drawn.problem.people[0].rides = false;
  drawn.state->attend(Drawn::wish(0, 1));
  EXPECT_EQ(drawn.cost(1, 1), 0);
}

// Person 0 arrives at activity 1 when it starts; whoever else comes is there 15 minutes before.
//
//   minutes      0    10   20   30   40   50   60   70   80
//   person 0                    [   20    ]
//   person 1             [      35        ]
TEST(ProtocolRules, ArrivesLastHasTheOthersComeBefore) {
  Problem problem = drawing();
  problem.activities[1].waits = {{15, 0, false, {0}}};
  EXPECT_EQ(stay_of(problem, 1, 0, 0).starts_at, 30);
  EXPECT_EQ(stay_of(problem, 1, 0, 1).starts_at, 15);
  Solution solution{{0, 0, 0}, {}, std::vector<bool>(6, false), {}};
  solution.attends[Drawn::wish(1, 0)] = true;
  EXPECT_TRUE(check(problem, solution).violations.empty());
  solution.attends[Drawn::wish(1, 1)] = true;  // from minute 15 on, in activity 0 until 20
  EXPECT_EQ(check(problem, solution).violations.at(0).rule, "one_place_at_a_time");
}

TEST(ProtocolRules, TwoCannotBothArriveLast) {
  Drawn drawn(rule(RuleKind::ArrivesLast, {0}));
  drawn.problem.rules.push_back(rule(RuleKind::ArrivesLast, {1}));
  drawn.state->attend(Drawn::wish(1, 0));
  EXPECT_EQ(drawn.cost(0, 0), 5);
  drawn.state->attend(Drawn::wish(0, 0));
  EXPECT_EQ(drawn.broken(), rules::ArrivesLast::name);
  for (Rule& one : drawn.problem.rules) one.kind = RuleKind::LeavesFirst;
  EXPECT_EQ(drawn.broken(), rules::LeavesFirst::name);
}

TEST(ProtocolRules, LeavesFirstHasTheOthersStay) {
  Problem problem = drawing();
  problem.activities[1].waits = {{0, 15, false, {0}}};
  EXPECT_EQ(stay_of(problem, 1, 0, 0).ends_at, 50);
  EXPECT_EQ(stay_of(problem, 1, 0, 1).ends_at, 65);
}

TEST(ProtocolRules, GuestsAreInPlaceBeforeTheRequired) {
  Problem problem = drawing();
  problem.activities[1].required = {1};
  problem.activities[1].waits = {{10, 0, true, {0}}};
  EXPECT_EQ(stay_of(problem, 1, 0, 1).starts_at, 30);
  problem.activities[1].required.clear();
  EXPECT_EQ(stay_of(problem, 1, 0, 1).starts_at, 20);
  EXPECT_STREQ(rules::GuestsInPlace::name, "guests_in_place");
}

// At most 50 minutes without 15 minutes free: of the three activities, ten minutes apart, a person
// can attend two.
TEST(ProtocolRules, RestCostsTheWishesThatMakeARunTooLong) {
  Rule one = rule(RuleKind::Rest, {0});
  one.minutes = 15;
  one.every_minutes = 50;
  Drawn drawn(one);
  drawn.state->attend(Drawn::wish(0, 0));
  EXPECT_EQ(drawn.cost(0, 1), 0);
  drawn.state->attend(Drawn::wish(0, 1));
  EXPECT_EQ(drawn.cost(0, 2), 10) << "the whole run gives way";
  EXPECT_EQ(drawn.cost(1, 2), 0);
  EXPECT_EQ(drawn.in_the_way(0, 2), 2u);
  drawn.state->attend(Drawn::wish(0, 2));
  EXPECT_EQ(drawn.broken(), rules::Rest::name);
}

TEST(ProtocolRules, AtMostADayCostsTheCheapestOfTheDay) {
  Rule one = rule(RuleKind::AtMostADay, {0});
  one.most = 2;
  Drawn drawn(one);
  for (Activity& activity : drawn.problem.activities) activity.everyone = {0};
  drawn.state->attend(Drawn::wish(0, 0));
  EXPECT_EQ(drawn.cost(0, 1), 0);
  drawn.state->bind(0, 1);
  EXPECT_EQ(drawn.cost(0, 2), 5);
  drawn.state->leave(Drawn::wish(0, 0));
  drawn.state->bind(0, 0);
  EXPECT_EQ(drawn.cost(0, 2), impossible) << "duties stay";
  drawn.state->attend(Drawn::wish(0, 2));
  EXPECT_EQ(drawn.broken(), rules::AtMostADay::name);
}

TEST(ProtocolRules, ADayIsThatOfTheClocksWhenTheyChange) {
  Problem problem = drawing();
  problem.legs = {{0, {{100, -60}}}};
  EXPECT_EQ(local_day(problem, {1439, 1450, 0}), 0);
  EXPECT_EQ(local_day(problem, {1440, 1450, 0}), 0) << "an hour more until midnight";
  EXPECT_EQ(local_day(problem, {1500, 1510, 0}), 1);
  EXPECT_EQ(local_day(problem, {30, 40, 0}), 0) << "before the change";
}

TEST(ProtocolRules, ClearanceNeededKeepsAwayWhoIsNotCleared) {
  Drawn drawn(rule(RuleKind::ClearanceNeeded, {1}));
  EXPECT_EQ(drawn.cost(0, 0), 0);
  EXPECT_EQ(drawn.cost(1, 0), impossible);
  drawn.state->attend(Drawn::wish(1, 0));
  EXPECT_EQ(drawn.broken(), rules::ClearanceNeeded::name);
}

TEST(ProtocolRules, AnActivityThatNobodyMayAttendIsNotHeld) {
  Problem problem = drawing();
  problem.activities[1].required = {0, 1};
  problem.rules = {rule(RuleKind::NeverWith, {0}, {1})};
  const Grid grid = make_grid(problem);
  base::Rng rng(1);
  const State state = construct_best(problem, grid, rng);
  EXPECT_EQ(state.option(0), 0);
  EXPECT_EQ(state.option(1), -1);
}

}  // namespace
}  // namespace kontor::engine::timetable
