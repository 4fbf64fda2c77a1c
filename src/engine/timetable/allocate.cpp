#include "engine/timetable/allocate.h"

#include <algorithm>

#include "engine/timetable/moves/insert.h"
#include "engine/timetable/protocol.h"
#include "engine/timetable/rules/coaches.h"
#include "engine/timetable/rules/places.h"
#include "engine/timetable/rules/turns.h"

namespace kontor::engine::timetable {

namespace {

using rules::Turns;

Turns::Candidate candidate(const Problem& problem, int wish) {
  const AttendanceWish& asked = problem.attendances[wish];
  const Person& person = problem.people[asked.person];
  return {asked.musts, asked.points, person.region, person.size, person.organisation, asked.person};
}

bool could_come(const State& state, int wish) {
  const AttendanceWish& asked = state.problem().attendances[wish];
  if (state.attends(wish) || !state.may_join(asked.activity)) return false;
  const Visit visit = visit_of(state, asked.person, asked.activity, state.option(asked.activity));
  return present(state.problem(), asked.person, visit.stay) &&
         cost_of_visit(state, asked.person, visit) == 0;
}

// The wishes that have their turn while places and seats last.
std::vector<int> chosen(const State& state, int activity, const std::vector<int>& wishes) {
  const Problem& problem = state.problem();
  std::vector<Turns::Candidate> candidates;
  for (const int wish : wishes) candidates.push_back(candidate(problem, wish));
  int places = state.places(activity);
  int seats = rules::Coaches::spare_seats(state, activity);
  for (const int wish : state.attending(activity))
    seats += rides(problem, activity, problem.attendances[wish].person);
  std::vector<int> out;
  for (const int position : Turns::order({}, candidates)) {
    const bool rider = rides(problem, activity, problem.attendances[wishes[position]].person);
    if (places == 0 || (rider && seats <= 0)) continue;
    --places;
    if (rider) --seats;
    out.push_back(wishes[position]);
  }
  return out;
}

// Those who lose their place.
std::vector<int> allocate(State& state, int activity, base::Rng& rng) {
  const auto attending = state.attending(activity);
  std::vector<int> wishes(attending.begin(), attending.end()), lost;
  const std::size_t before = wishes.size();
  for (const int wish : state.grid().wishes_of_activity[activity])
    if (could_come(state, wish)) wishes.push_back(wish);
  if (wishes.size() == before) return {};
  const std::vector<int> winners = chosen(state, activity, wishes);
  const std::int64_t points = state.worth().points;
  const std::size_t mark = state.mark();
  for (std::size_t i = 0; i < before; ++i)
    if (std::ranges::find(winners, wishes[i]) == winners.end()) {
      state.leave(wishes[i]);
      lost.push_back(wishes[i]);
    }
  for (const int wish : winners)
    if (!state.attends(wish)) moves::insert_free(state, {Kind::Attendance, wish}, rng);
  if (state.worth().points >= points) return lost;
  state.roll_back(mark);  // seats or rules of protocol do not let all of them come
  return {};
}

}  // namespace

void allocate(State& state, base::Rng& rng) {
  std::vector<int> lost;
  for (int a = 0; a < static_cast<int>(state.problem().activities.size()); ++a)
    if (state.option(a) >= 0)
      for (const int wish : allocate(state, a, rng))
        lost.push_back(state.problem().attendances[wish].person);
  std::vector<Item> wanted;
  for (std::size_t w = 0; w < state.problem().attendances.size(); ++w)
    if (!state.attends(static_cast<int>(w)) &&
        std::ranges::find(lost, state.problem().attendances[w].person) != lost.end())
      wanted.push_back({Kind::Attendance, static_cast<int>(w)});
  for (std::size_t m = 0; m < state.problem().meetings.size(); ++m)
    if (state.seating(static_cast<int>(m)).slot < 0)
      wanted.push_back({Kind::Meeting, static_cast<int>(m)});
  std::ranges::stable_sort(wanted,
                           [&](Item a, Item b) { return state.weight(a) > state.weight(b); });
  if (!lost.empty())
    for (const Item item : wanted)
      if (!state.granted(item)) moves::insert_free(state, item, rng);
  state.forget();
}

}  // namespace kontor::engine::timetable
