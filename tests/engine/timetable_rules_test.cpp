#include <array>
#include <gtest/gtest.h>
#include <string_view>

#include "engine/timetable/check.h"
#include "engine/timetable/replay.h"
#include "engine/timetable/rules/breaks.h"
#include "engine/timetable/rules/fairness.h"
#include "engine/timetable/rules/one_place_at_a_time.h"
#include "engine/timetable/rules/places.h"
#include "engine/timetable/rules/rooms.h"
#include "engine/timetable/rules/tables.h"
#include "engine/timetable/tables.h"

namespace kontor::engine::timetable {
namespace {

using rules::Breaks;
using rules::Fairness;
using rules::OnePlaceAtATime;

int breaks_in(std::string_view slots) {
  std::vector<short> meetings;
  for (const char c : slots) meetings.push_back(c == '#' ? 1 : 0);
  return Breaks::cost(meetings);
}

TEST(TimetableRules, ABreakIsARunOfIdleSlotsBetweenMeetings) {
  EXPECT_EQ(breaks_in("......"), 0);
  EXPECT_EQ(breaks_in("..##.."), 0);
  EXPECT_EQ(breaks_in("#....#"), 1);
  EXPECT_EQ(breaks_in("#.#.#."), 2);
  EXPECT_EQ(breaks_in(".#..##"), 1);
}

TEST(TimetableRules, FairnessTakesFromTheBetterOff) {
  EXPECT_EQ(Fairness::cost(0, 0), 0);
  EXPECT_EQ(Fairness::cost(2, 0), 1000);
  EXPECT_EQ(Fairness::cost(2, 1), 250);
  EXPECT_EQ(Fairness::cost(4, 4), 0);
  EXPECT_LT(Fairness::cost(4, 3) + Fairness::cost(4, 3),
            Fairness::cost(4, 2) + Fairness::cost(4, 4));
}

// Two organisations of two people each, one session of four slots of 20 minutes at two tables in
// place 0, and an activity from 30 to 60 in place 1, ten minutes away, with one place.
//
//   minutes    0    10   20   30   40   50   60   70   80
//   place 0    [ slot 0 ][ slot 1 ][ slot 2 ][ slot 3 ]
//   place 1                   [  activity  ]
//   travel               |----|            |----|
Problem drawing() {
  Problem out;
  out.must_points = 100;
  out.legs = {{0}};
  out.places = {{0}, {0}};
  out.travel_minutes = {{0, 10}, {10, 0}};
  out.rooms = 2;
  for (int p = 0; p < 4; ++p) out.people.push_back({p / 2, {0}, {}});
  out.seats = {{0, 1}, {2, 3}};
  out.sessions = {{0, 0, 0, 20, 4, 2}};
  out.activities = {{30, {{30, 1, 1, 1}}, {}, {}}};
  out.meetings = {{0, 1, 5, 0, 1, 0}};
  out.attendances = {{0, 0, 7, 0}, {1, 0, 3, 0}};
  return out;
}

struct Drawn {
  Drawn() : problem(drawing()), grid(make_grid(problem)), state(problem, grid) { state.hold(0, 0); }
  Problem problem;
  Grid grid;
  State state;
};

TEST(TimetableRules, TravelKeepsAPersonFromTheSlotsBeforeAndAfter) {
  Drawn drawn;
  drawn.state.attend(0);
  std::array<std::int64_t, 4> cost{};
  for (int s = 0; s < 4; ++s)
    cost[s] = OnePlaceAtATime::cost(drawn.state, 0, drawn.grid.slots[s].stay);
  EXPECT_EQ(cost, (std::array<std::int64_t, 4>{0, 7, 7, 7}));
}

TEST(TimetableRules, ADutyComesBeforeEveryWish) {
  Drawn drawn;
  drawn.state.bind(1, 0);
  EXPECT_TRUE(drawn.state.attends(1));             // the duty grants the wish
  EXPECT_EQ(drawn.state.attending(0).size(), 0u);  // and takes no place
  EXPECT_EQ(OnePlaceAtATime::cost(drawn.state, 1, drawn.grid.slots[2].stay),
            OnePlaceAtATime::impossible);
}

TEST(TimetableRules, AFullActivityCostsItsCheapestGuest) {
  Drawn drawn;
  EXPECT_EQ(rules::Places::cost(drawn.state, 0), 0);
  drawn.state.attend(1);
  EXPECT_EQ(rules::Places::cost(drawn.state, 0), 3);
}

TEST(TimetableRules, AFullSlotCostsItsCheapestMeeting) {
  Drawn drawn;
  drawn.state.seat(0, {2, 0, 1, 3});
  EXPECT_EQ(rules::Tables::cost(drawn.state, 2), 0);
  Problem narrow = drawing();
  narrow.sessions[0].tables = 1;
  const Grid grid = make_grid(narrow);
  State state(narrow, grid);
  state.seat(0, {2, 0, 1, 3});
  EXPECT_EQ(rules::Tables::cost(state, 2), 5);
}

TEST(TimetableRules, ARoomHoldsNothingElseDuringASession) {
  Problem problem = drawing();
  problem.activities[0].options = {{30, 0, 0, 1}, {80, 0, 0, 1}};
  const Grid grid = make_grid(problem);
  const State state(problem, grid);
  EXPECT_FALSE(rules::Rooms::free(state, 0, 0));
  EXPECT_TRUE(rules::Rooms::free(state, 0, 1));
}

TEST(TimetableRules, TwoCitiesAreADayApart) {
  Problem problem = drawing();
  problem.legs = {{0}, {0}};
  problem.places = {{0}, {1}};
  EXPECT_FALSE(compatible(problem, {0, 20, 0}, {1420, 1430, 1}));
  EXPECT_TRUE(compatible(problem, {0, 20, 0}, {1440, 1460, 1}));
}

TEST(TimetableRules, RollingBackUndoesEverything) {
  Drawn drawn;
  drawn.state.seat(0, {0, 0, 1, 3});
  const Solution before = drawn.state.solution();
  const Worth worth = drawn.state.worth();
  const std::size_t mark = drawn.state.mark();
  drawn.state.unseat(0);
  drawn.state.attend(0);
  drawn.state.seat(0, {1, 0, 1, 2});
  drawn.state.roll_back(mark);
  EXPECT_EQ(drawn.state.solution(), before);
  EXPECT_EQ(drawn.state.worth(), worth);
  EXPECT_EQ(check(drawn.problem, before).worth, worth);
}

TEST(TimetableRules, APersonKeepsTheTableWhereThereIsOne) {
  Problem problem = drawing();
  problem.meetings.push_back({0, 1, 5, 0, 1, 0});
  const Grid grid = make_grid(problem);
  Solution solution{{0}, {{0, 0, 0, 2}, {1, 0, 1, 2}}, {false, false}, {}};
  EXPECT_EQ(assign_tables(problem, grid, solution), 0);
  EXPECT_EQ(solution.meetings[0].table, solution.meetings[1].table);
}

}  // namespace
}  // namespace kontor::engine::timetable
