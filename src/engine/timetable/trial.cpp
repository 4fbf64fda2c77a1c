#include "engine/timetable/trial.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/check.h"
#include "engine/timetable/obstacles.h"
#include "engine/timetable/protocol.h"
#include "engine/timetable/rules/coaches.h"
#include "engine/timetable/rules/places.h"
#include "engine/timetable/rules/tables.h"

namespace kontor::engine::timetable {

namespace {

void order(std::vector<int>& numbers) {
  std::ranges::sort(numbers);
  numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
}

// The points of what is in the way by name.
std::int64_t points_of(const Problem& problem, const Causes& causes) {
  std::int64_t sum = 0;
  for (const Obstacle& obstacle : causes) {
    if (obstacle.kind == ObstacleKind::Meeting) sum += problem.meetings[obstacle.index].points;
    if (obstacle.kind == ObstacleKind::Attendance)
      sum += problem.attendances[obstacle.index].points;
  }
  return sum;
}

bool has(const Causes& causes, ObstacleKind kind) {
  return std::ranges::find(causes, kind, &Obstacle::kind) != causes.end();
}

// Rules of protocol that count time: what a visit at another time may break.
bool counts_time(const Rule& rule) {
  return rule.kind == RuleKind::Rest || rule.kind == RuleKind::AtMostADay;
}

void add_rules_of_time(const State& state, int person, const Visit& visit, Causes& out) {
  for (const int rule : rules_against(state, person, visit))
    if (counts_time(state.problem().rules[rule])) out.push_back({ObstacleKind::Rule, rule, person});
}

// The points of the `count` guests of `activity` who are worth least.
std::int64_t points_of_guests(const State& state, int activity, int count) {
  std::vector<std::int64_t> points;
  for (const int wish : state.attending(activity))
    points.push_back(state.problem().attendances[wish].points);
  std::ranges::sort(points);
  std::int64_t sum = 0;
  for (int k = 0; k < count && k < static_cast<int>(points.size()); ++k) sum += points[k];
  return sum;
}

struct Sitting {
  std::int64_t effort = 0;
  Causes causes;
  Seating seating;

  auto key() const { return std::tie(effort, causes); }
};

// The two who are hindered least.
Sitting best_sitting(const State& state, int meeting, int slot) {
  const MeetingWish& wish = state.problem().meetings[meeting];
  std::optional<Sitting> best;
  for (const int one : sitters(state, wish.first))
    for (const int other : sitters(state, wish.second)) {
      Sitting found{0, {}, {slot, 0, one, other}};
      add_sitter(state, wish.first, one, slot, -1, found.causes);
      add_sitter(state, wish.second, other, slot, one, found.causes);
      if (rules::Tables::full(state, slot) && !frees_table(state, found.causes, slot))
        found.causes.push_back({ObstacleKind::Tables, slot, -1});
      tidy(found.causes);
      found.effort = effort(state, found.causes);
      if (!best || found.key() < best->key()) best = std::move(found);
    }
  return *std::move(best);
}

// Whether a coach of `activity` serves another while `option` needs it.
bool lacks_coach(const State& state, int activity, const Option& option) {
  if (state.problem().activities[activity].boards_at < 0) return false;
  const Stay ride = ride_of(state.problem(), activity, option);
  return std::ranges::any_of(state.coaches(activity), [&](int coach) {
    return !rules::Coaches::hindering(state, coach, activity, ride).empty();
  });
}

}  // namespace

Trial try_meeting(const State& before, int meeting, int slot) {
  State state = before;
  Trial out;
  const Seating old = state.seating(meeting);
  if (old.slot >= 0)
    state.unseat(meeting);
  else
    out.points = state.problem().meetings[meeting].points;
  Sitting best = best_sitting(state, meeting, slot);
  out.in_the_way = std::move(best.causes);
  out.points -= points_of(state.problem(), out.in_the_way);
  if (has(out.in_the_way, ObstacleKind::Tables))
    if (const int other = rules::Tables::cheapest(state, slot); other >= 0)
      out.points -= state.problem().meetings[other].points;
  for (const int person :
       {old.first_person, old.second_person, best.seating.first_person, best.seating.second_person})
    if (person >= 0) out.people.push_back(person);
  order(out.people);
  return out;
}

Trial try_attendance(const State& state, int wish) {
  const AttendanceWish& asked = state.problem().attendances[wish];
  CHECK(state.option(asked.activity) >= 0 && !state.attends(wish));
  Trial out;
  out.in_the_way = causes_of_attendance(state, asked.person, asked.activity).front();
  out.people = {asked.person};
  out.points = asked.points - points_of(state.problem(), out.in_the_way);
  if (has(out.in_the_way, ObstacleKind::Places))
    out.points -= points_of_guests(state, asked.activity, 1);
  return out;
}

Trial try_activity(const State& state, int activity, const Option& option) {
  Trial out;
  const auto on_duty = state.on_duty_at(activity);
  out.people.assign(on_duty.begin(), on_duty.end());
  for (const int wish : state.attending(activity))
    out.people.push_back(state.problem().attendances[wish].person);
  order(out.people);
  for (const int person : out.people) {
    const Visit visit{stay_of(state.problem(), activity, option, person), activity, -1};
    add_engagements(state, person, visit, out.in_the_way);
    add_rules_of_time(state, person, visit, out.in_the_way);
  }
  add_room(state, activity, option, out.in_the_way);
  const int places =
      option.places == unlimited ? unlimited : option.places - state.uncalled(activity);
  const int guests = static_cast<int>(state.attending(activity).size());
  if (guests > places || lacks_coach(state, activity, option))
    out.in_the_way.push_back({ObstacleKind::Places, activity, -1});
  tidy(out.in_the_way);
  out.points = -points_of(state.problem(), out.in_the_way);
  if (guests > places) out.points -= points_of_guests(state, activity, guests - places);
  return out;
}

}  // namespace kontor::engine::timetable
