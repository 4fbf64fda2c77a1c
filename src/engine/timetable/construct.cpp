#include "engine/timetable/construct.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "engine/timetable/duties.h"
#include "engine/timetable/moves/insert.h"
#include "engine/timetable/moves/move_activity.h"
#include "engine/timetable/protocol.h"
#include "engine/timetable/rules/coaches.h"

namespace kontor::engine::timetable {

namespace {

bool free_of_duties(const State& state, int person, const Stay& stay) {
  return std::ranges::all_of(state.engagements(person), [&](const Engagement& other) {
    return compatible(state.problem(), other.stay, stay);
  });
}

std::int64_t demand(const State& state, int activity) {
  std::int64_t sum = 0;
  for (const int wish : state.grid().wishes_of_activity[activity])
    sum += state.weight({Kind::Attendance, wish});
  return sum;
}

// How much an option promises: the wishes that it can grant, half-counted where the same people
// wish to be elsewhere at the time and quarter-counted during sessions.
std::int64_t promise(const State& state, int activity, int option) {
  const Problem& problem = state.problem();
  const Stay stay = stay_of(problem, activity, option);
  std::int64_t sum = 0;
  for (const int wish : state.grid().wishes_of_activity[activity]) {
    const int person = problem.attendances[wish].person;
    const Stay theirs = stay_of(problem, activity, option, person);
    if (!present(problem, person, theirs) || !free_of_duties(state, person, theirs)) continue;
    sum += 4 * state.weight({Kind::Attendance, wish});
  }
  for (std::size_t w = 0; w < problem.attendances.size(); ++w) {
    const AttendanceWish& other = problem.attendances[w];
    const int held = state.option(other.activity);
    if (other.activity == activity || held < 0) continue;
    if (compatible(problem, stay_of(problem, other.activity, held), stay)) continue;
    for (const int wish : state.grid().wishes_of_activity[activity])
      if (problem.attendances[wish].person == other.person)
        sum -= 2 * std::min(state.weight({Kind::Attendance, wish}),
                            state.weight({Kind::Attendance, static_cast<int>(w)}));
  }
  for (const Session& session : problem.sessions)
    if (session.starts_at < stay.ends_at &&
        stay.starts_at < session.starts_at + session.slots * session.slot_minutes)
      sum -= demand(state, activity);
  return sum;
}

void bind_required(State& state, int activity) {
  for (const int person : state.problem().activities[activity].required)
    if (!state.on_duty(person, activity)) state.bind(person, activity);
}

constexpr int attempts = 12;

// Whether a rule of protocol has somebody chosen for the activity.
bool chooses(const Problem& problem, int activity) {
  return std::ranges::any_of(problem.rules, [&](const Rule& rule) {
    return rule.kind == RuleKind::AtLeastOneOf && rule.covers[activity] != 0;
  });
}

// Holds the activity with all who must be there; false, and nothing changed, where some cannot.
bool try_to_hold(State& state, int activity, int option, base::Rng* choice) {
  const std::size_t mark = state.mark();
  state.hold(activity, option);
  bind_required(state, activity);
  if (bind_chosen(state, activity, choice) && rules::Coaches::supply(state, activity)) return true;
  state.roll_back(mark);
  return false;
}

// Holds the activity in its most promising option.
void hold_best(State& state, int activity, base::Rng* people) {
  if (!may_be_held(state.problem(), activity)) return;
  const auto& options = state.problem().activities[activity].options;
  std::vector<std::pair<std::int64_t, int>> ranked;
  for (int o = 0; o < static_cast<int>(options.size()); ++o)
    if (moves::supports_move(state, activity, o))
      ranked.emplace_back(-promise(state, activity, o), o);
  std::ranges::sort(ranked);
  for (const auto& [value, option] : ranked)
    if (try_to_hold(state, activity, option, people)) return;
}

void bind_everyone(State& state, int activity) {
  if (state.option(activity) < 0) return;
  for (const int person : state.problem().activities[activity].everyone)
    if (!state.on_duty(person, activity)) bind_with_company(state, person, activity);
}

// The order in which activities are held; single starts come first.
std::vector<int> order_of_strength(const State& state) {
  const Problem& problem = state.problem();
  std::vector<int> order(problem.activities.size());
  std::iota(order.begin(), order.end(), 0);
  const auto key = [&](int a) {
    const Activity& activity = problem.activities[a];
    const bool single = single_start(problem, a);
    const bool choice = activity.required.empty() && !chooses(problem, a);
    if (single)
      return std::tuple(0, activity.required.empty() ? 1 + choice : 0, std::int64_t{0}, a);
    const int free = choice && activity.everyone.empty();
    return std::tuple(1, free, -demand(state, a), a);
  };
  std::ranges::sort(order, {}, key);
  return order;
}

// With `rng` the people that rules choose are drawn.
void construct_programme(State& state, base::Rng* rng) {
  const Problem& problem = state.problem();
  const std::vector<int> order = order_of_strength(state);
  const auto moving = std::ranges::find_if(order, [&](int a) { return !single_start(problem, a); });
  std::for_each(order.begin(), moving, [&](int a) { hold_best(state, a, rng); });
  for (int a = 0; a < static_cast<int>(problem.activities.size()); ++a)
    if (single_start(problem, a)) bind_everyone(state, a);
  std::for_each(moving, order.end(), [&](int a) { hold_best(state, a, rng); });
  for (int a = 0; a < static_cast<int>(problem.activities.size()); ++a)
    if (!single_start(problem, a)) bind_everyone(state, a);
}

void grant_wishes(State& state, base::Rng& rng) {
  std::vector<Item> items;
  for (std::size_t m = 0; m < state.problem().meetings.size(); ++m)
    items.push_back({Kind::Meeting, static_cast<int>(m)});
  for (std::size_t w = 0; w < state.problem().attendances.size(); ++w)
    items.push_back({Kind::Attendance, static_cast<int>(w)});
  rng.shuffle(std::span(items));
  std::ranges::stable_sort(items,
                           [&](Item a, Item b) { return state.weight(a) > state.weight(b); });
  for (const Item item : items)
    if (!state.granted(item)) moves::insert_free(state, item, rng);
  state.forget();
}

}  // namespace

void construct(State& state, base::Rng& rng) {
  construct_programme(state, nullptr);
  grant_wishes(state, rng);
}

State construct_best(const Problem& problem, const Grid& grid, base::Rng& rng) {
  State best(problem, grid);
  construct(best, rng);
  bool any = false;
  for (int a = 0; a < static_cast<int>(problem.activities.size()); ++a)
    any = any || (best.option(a) < 0 && chooses(problem, a));
  for (int k = 1; any && k < attempts; ++k) {
    State state(problem, grid);
    construct_programme(state, &rng);
    grant_wishes(state, rng);
    if (state.held() > best.held() ||
        (state.held() == best.held() && better(state.worth(), best.worth())))
      best = state;
  }
  return best;
}

}  // namespace kontor::engine::timetable
