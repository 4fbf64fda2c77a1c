#include "engine/timetable/moves/move_activity.h"

#include <algorithm>

#include "engine/timetable/moves/insert.h"
#include "engine/timetable/rules/one_place_at_a_time.h"
#include "engine/timetable/rules/rooms.h"

namespace kontor::engine::timetable::moves {

namespace {

bool free_of_duties(const State& state, int person, int activity, const Stay& stay) {
  return std::ranges::none_of(state.engagements(person), [&](const Engagement& other) {
    return other.kind == Kind::Duty && other.index != activity &&
           !compatible(state.problem(), other.stay, stay);
  });
}

std::vector<Item> make_way(State& state, int activity, const Stay& stay) {
  std::vector<Item> removed;
  const auto attending = state.attending(activity);
  for (const int wish : attending) removed.push_back({Kind::Attendance, wish});
  for (const int person : state.problem().activities[activity].required)
    rules::OnePlaceAtATime::explain(state, person, stay, removed);
  std::erase_if(removed, [](Item item) { return item.kind == Kind::Duty; });
  for (const Item item : removed)
    if (state.granted(item)) state.remove(item);
  return removed;
}

}  // namespace

bool supports_move(const State& state, int activity, int option) {
  const Stay stay = stay_of(state.problem(), activity, option);
  return std::ranges::all_of(state.problem().activities[activity].required,
                             [&](int person) {
                               return present(state.problem(), person, stay) &&
                                      free_of_duties(state, person, activity, stay);
                             }) &&
         rules::Rooms::free(state, activity, option);
}

void move_activity(State& state, int activity, int option, base::Rng& rng) {
  const Stay stay = stay_of(state.problem(), activity, option);
  const std::vector<Item> removed = make_way(state, activity, stay);
  state.move(activity, option);
  std::vector<Item> wanted;
  for (const int wish : state.grid().wishes_of_activity[activity])
    if (!state.attends(wish)) wanted.push_back({Kind::Attendance, wish});
  std::ranges::stable_sort(wanted,
                           [&](Item a, Item b) { return state.weight(a) > state.weight(b); });
  for (const Item item : wanted)
    if (cost_of_granting(state, item) < state.weight(item)) insert(state, item, 1, rng);
  for (const Item item : removed)
    if (!state.granted(item)) insert_free(state, item, rng);
}

}  // namespace kontor::engine::timetable::moves
