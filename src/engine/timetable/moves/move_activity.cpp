#include "engine/timetable/moves/move_activity.h"

#include <algorithm>

#include "engine/timetable/moves/insert.h"
#include "engine/timetable/protocol.h"
#include "engine/timetable/rules/coaches.h"
#include "engine/timetable/rules/rooms.h"
#include "engine/timetable/settle.h"

namespace kontor::engine::timetable::moves {

namespace {

// For an activity that is held: but for what they attend with everyone alone, from which moving it
// excuses them.
bool free_of_duties(const State& state, int person, int activity, const Stay& stay) {
  return std::ranges::none_of(state.engagements(person), [&](const Engagement& other) {
    return other.kind == Kind::Duty && other.index != activity &&
           !compatible(state.problem(), other.stay, stay) &&
           (state.option(activity) < 0 || !contains(state.grid().expected_at[person], other.index));
  });
}

// Whether `person` can come along to `option`, whatever wishes give way.
bool can_move(const State& state, int person, int activity, int option) {
  const Visit visit = visit_of(state, person, activity, option);
  if (!present(state.problem(), person, visit.stay) ||
      !free_of_duties(state, person, activity, visit.stay))
    return false;
  return std::ranges::all_of(state.grid().rules_of[person], [&](int number) {
    return state.problem().rules[number].kind == RuleKind::AlwaysWith ||  // they come along
           cost_of_rule(state, number, person, visit) < rules::impossible;
  });
}

// Who must be at an activity, or will once it is held; everyone apart.
std::vector<int> firmly_bound(const State& state, int activity) {
  std::vector<int> out = state.problem().activities[activity].required;
  if (state.uncalled(activity) > 0)
    for (const int person : state.on_duty_at(activity))
      if (!state.called(person, activity)) out.push_back(person);
  return out;
}

// Takes back the wishes in the way, and the coaches.
void make_way(State& state, int activity, int option, std::vector<Item>& removed) {
  std::vector<Item> items;
  for (const int wish : state.attending(activity)) items.push_back({Kind::Attendance, wish});
  for (const int person : state.on_duty_at(activity))
    explain_visit(state, person, visit_of(state, person, activity, option), items);
  for (const Item item : items) {
    if (item.kind == Kind::Duty || !state.granted(item)) continue;
    state.remove(item);
    removed.push_back(item);
  }
  const std::vector<int> coaches(state.coaches(activity).begin(), state.coaches(activity).end());
  for (const int coach : coaches) state.drop_coach(activity, coach);
}

// Whether there are coaches for those bound to be at `activity` in `option`, its own given back.
bool has_coaches(const State& state, int activity, int option) {
  const int riders = state.grid().duty_riders[activity][option];
  if (riders == 0) return true;
  std::vector<int> people = firmly_bound(state, activity);
  std::erase_if(people, [&](int person) { return !rides(state.problem(), activity, person); });
  return rules::Coaches::find(state, activity, option, riders, {}, people).has_value();
}

}  // namespace

bool supports_move(const State& state, int activity, int option) {
  return supports_move(state, activity, option, -1);
}

bool supports_move(const State& state, int activity, int option, int except) {
  return std::ranges::all_of(
             firmly_bound(state, activity),
             [&](int person) { return can_move(state, person, activity, option); }) &&
         state.uncalled(activity) <= state.problem().activities[activity].options[option].places &&
         rules::Rooms::free(state, activity, option, except) &&
         has_coaches(state, activity, option);
}

bool move_activity(State& state, int activity, int option, base::Rng& rng) {
  const std::vector<int> people = unsettled_by(state, activity, option);
  std::vector<Item> removed;
  excuse(state, people);
  make_way(state, activity, option, removed);
  state.move(activity, option);
  if (!rules::Coaches::supply(state, activity)) return false;
  summon(state, people, removed);
  if (!people.empty() && !company_complete(state)) return false;
  grant_anew(state, activity, removed, rng);
  return true;
}

bool swap_activities(State& state, int activity, int option, int other, base::Rng& rng) {
  const Option& left = state.problem().activities[activity].options[state.option(activity)];
  const auto& options = state.problem().activities[other].options;
  const auto there = std::ranges::find_if(options, [&](const Option& each) {
    return each.starts_at == left.starts_at && each.room == left.room;
  });
  if (there == options.end() || !supports_move(state, activity, option, other)) return false;
  if (!move_activity(state, activity, option, rng)) return false;
  const int others = static_cast<int>(there - options.begin());
  return supports_move(state, other, others) && move_activity(state, other, others, rng);
}

void grant_anew(State& state, int activity, const std::vector<Item>& removed, base::Rng& rng) {
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
