#include "engine/timetable/moves/exchange_activities.h"

#include <algorithm>

#include "engine/timetable/moves/move_activity.h"
#include "engine/timetable/protocol.h"
#include "engine/timetable/rules/coaches.h"
#include "engine/timetable/settle.h"

namespace kontor::engine::timetable::moves {

namespace {

// Those who must be at `activity`, or of whom somebody must.
std::vector<int> asked_for(const Problem& problem, int activity) {
  std::vector<int> out = problem.activities[activity].required;
  for (const Rule& rule : problem.rules)
    if (rule.kind == RuleKind::AtLeastOneOf && rule.covers[activity] != 0)
      out.insert(out.end(), rule.people.begin(), rule.people.end());
  return out;
}

bool share_room(const Activity& one, const Activity& other) {
  return std::ranges::any_of(one.options, [&](const Option& option) {
    return option.room >= 0 &&
           std::ranges::find(other.options, option.room, &Option::room) != other.options.end();
  });
}

// Nobody goes there any more. Gives those who were on duty.
std::vector<int> give_up(State& state, int activity, std::vector<Item>& removed) {
  const auto attending = state.attending(activity);
  const std::vector<int> guests(attending.begin(), attending.end());
  for (const int wish : guests) {
    state.leave(wish);
    removed.push_back({Kind::Attendance, wish});
  }
  const auto own = state.coaches(activity);
  const std::vector<int> coaches(own.begin(), own.end());
  for (const int coach : coaches) state.drop_coach(activity, coach);
  const auto on_duty = state.on_duty_at(activity);
  std::vector<int> bound(on_duty.begin(), on_duty.end());
  for (const int person : bound) state.unbind(person, activity);
  state.release(activity);
  return bound;
}

// Holds `activity`, whose coming may change the duties of `people` too; false where it cannot.
bool hold_activity(State& state, int activity, int option, std::vector<int> people,
                   std::vector<Item>& removed, base::Rng& rng) {
  for (const int person : unsettled_by(state, activity, option)) people.push_back(person);
  add_missing(state, {}, people);
  excuse(state, people);
  if (!supports_move(state, activity, option)) return false;
  state.hold(activity, option);
  for (const int person : state.problem().activities[activity].required)
    if (!state.on_duty(person, activity)) bind_by_force(state, person, activity, removed);
  if (!bind_chosen(state, activity, nullptr) || !rules::Coaches::supply(state, activity))
    return false;
  summon(state, people, removed);
  if (!company_complete(state)) return false;
  grant_anew(state, activity, removed, rng);
  return true;
}

// Holds what was given up in any of its options, where one is possible.
void hold_again(State& state, int activity, base::Rng& rng) {
  const int options = static_cast<int>(state.problem().activities[activity].options.size());
  const int from = rng.between(0, options - 1);
  for (int k = 0; k < options; ++k) {
    std::vector<Item> removed;
    const std::size_t mark = state.mark();
    if (hold_activity(state, activity, (from + k) % options, {}, removed, rng)) return;
    state.roll_back(mark);
  }
}

}  // namespace

std::vector<int> rivals(const Problem& problem, int activity) {
  const std::vector<int> people = asked_for(problem, activity);
  std::vector<int> out;
  for (int other = 0; other < static_cast<int>(problem.activities.size()); ++other) {
    const std::vector<int> theirs = asked_for(problem, other);
    const bool shared =
        std::ranges::any_of(people, [&](int person) { return contains(theirs, person); });
    if (other != activity &&
        (shared || share_room(problem.activities[activity], problem.activities[other])))
      out.push_back(other);
  }
  return out;
}

bool exchange_activities(State& state, int activity, int option, int other, base::Rng& rng) {
  if (!may_be_held(state.problem(), activity)) return false;
  std::vector<Item> removed;
  std::vector<int> bound;
  if (other >= 0) bound = give_up(state, other, removed);
  std::vector<int> people;
  add_missing(state, bound, people);
  if (!hold_activity(state, activity, option, std::move(people), removed, rng)) return false;
  if (other >= 0) hold_again(state, other, rng);
  return true;
}

}  // namespace kontor::engine::timetable::moves
