#include "engine/timetable/moves/exchange_coaches.h"

#include <algorithm>

#include "engine/timetable/moves/insert.h"
#include "engine/timetable/rules/coaches.h"

namespace kontor::engine::timetable::moves {

namespace {

using rules::Coaches;

struct Exchange {
  int other = -1;  // the activity that gives; -1: the exchange is not possible
  int taken = -1;
  int given = -1;  // -1: none
};

int seats_of(const State& state, int coach) {
  return coach < 0 ? 0 : state.problem().coaches[coach].seats;
}

// A coach at random, and what would be given for it.
Exchange draw(const State& state, int activity, base::Rng& rng) {
  const Problem& problem = state.problem();
  const Stay ride = ride_of(problem, activity, state.option(activity));
  const int taken = static_cast<int>(rng.below(problem.coaches.size()));
  const auto own = state.coaches(activity);
  if (problem.coaches[taken].leg != problem.places[ride.place].leg ||
      std::ranges::find(own, taken) != own.end())
    return {};
  const auto hindering = Coaches::hindering(state, taken, activity, ride);
  if (hindering.size() != 1) return {};
  const int other = hindering[0];
  const int given = own.empty() || rng.chance(300) ? -1 : own[rng.below(own.size())];
  if (given < 0) return {other, taken, given};
  const Stay their_ride = ride_of(problem, other, state.option(other));
  const auto in_the_way = Coaches::hindering(state, given, other, their_ride);
  const bool free = in_the_way.empty() || (in_the_way.size() == 1 && in_the_way[0] == activity);
  if (!free || seats_of(state, given) >= seats_of(state, taken)) return {};
  return {other, taken, given};
}

// Takes back the cheapest riding guests of `activity` until `spare` seats are left; false where
// those bound to come need them.
bool make_room(State& state, int activity, int spare, std::vector<Item>& removed) {
  while (Coaches::spare_seats(state, activity) < spare) {
    const int wish = Coaches::cheapest(state, activity);
    if (wish < 0) return false;
    state.leave(wish);
    removed.push_back({Kind::Attendance, wish});
  }
  return true;
}

}  // namespace

void exchange_coaches(State& state, int activity, base::Rng& rng) {
  const Exchange exchange = draw(state, activity, rng);
  if (exchange.other < 0) return;
  const std::size_t mark = state.mark();
  std::vector<Item> removed;
  const int lost = seats_of(state, exchange.taken) - seats_of(state, exchange.given);
  if (!make_room(state, exchange.other, lost, removed)) return state.roll_back(mark);
  state.drop_coach(exchange.other, exchange.taken);
  if (exchange.given >= 0) {
    state.drop_coach(activity, exchange.given);
    state.add_coach(exchange.other, exchange.given);
  }
  state.add_coach(activity, exchange.taken);
  if (!Coaches::suffice(state, activity) || !Coaches::suffice(state, exchange.other))
    return state.roll_back(mark);
  std::vector<Item> wanted;
  for (const int wish : state.grid().wishes_of_activity[activity])
    if (!state.attends(wish)) wanted.push_back({Kind::Attendance, wish});
  std::ranges::stable_sort(wanted,
                           [&](Item a, Item b) { return state.weight(a) > state.weight(b); });
  wanted.insert(wanted.end(), removed.begin(), removed.end());
  for (const Item item : wanted)
    if (!state.granted(item)) insert_free(state, item, rng);
}

}  // namespace kontor::engine::timetable::moves
