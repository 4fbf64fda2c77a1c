#include "engine/timetable/search.h"

#include <algorithm>

#include "engine/timetable/moves/exchange_activities.h"
#include "engine/timetable/moves/exchange_coaches.h"
#include "engine/timetable/moves/insert.h"
#include "engine/timetable/moves/move_activity.h"
#include "engine/timetable/moves/relocate.h"
#include "engine/timetable/moves/ruin_and_recreate.h"

namespace kontor::engine::timetable {

namespace {

constexpr int chain_length = 3;

// Whether some option or slot finds its people present, whatever their duties.
bool could_ever_be(const State& state, Item item) {
  const Problem& problem = state.problem();
  const Grid& grid = state.grid();
  if (item.kind == Kind::Attendance) {
    const auto& [person, activity, points, musts] = problem.attendances[item.index];
    for (int o = 0; o < static_cast<int>(problem.activities[activity].options.size()); ++o)
      if (present(problem, person, stay_of(problem, activity, o, person))) return true;
    return false;
  }
  const MeetingWish& wish = problem.meetings[item.index];
  const auto somebody = [&](int organisation, std::size_t slot) {
    return std::ranges::any_of(problem.seats[organisation],
                               [&](int person) { return grid.may_meet[person][slot] != 0; });
  };
  for (std::size_t s = 0; s < grid.slots.size(); ++s)
    if (somebody(wish.first, s) && somebody(wish.second, s)) return true;
  return false;
}

// An activity that has the room of `option` for itself at its start; -1 for none.
int in_the_room(const State& state, int activity, int option) {
  const auto& activities = state.problem().activities;
  const Option& wanted = activities[activity].options[option];
  for (int other = 0; wanted.room >= 0 && other < static_cast<int>(activities.size()); ++other) {
    if (other == activity || state.option(other) < 0) continue;
    const Option& held = activities[other].options[state.option(other)];
    if (held.room == wanted.room && held.starts_at == wanted.starts_at) return other;
  }
  return -1;
}

}  // namespace

Search::Search(State& state, base::Rng rng, Holding holding)
    : state_(state),
      rng_(rng),
      holding_(holding),
      best_(state.solution()),
      best_worth_(state.worth()),
      best_held_(state.held()) {
  list_items();
  list_movable();
  list_by_coach();
}

void Search::list_items() {
  const Problem& problem = state_.problem();
  const auto add = [&](Item item) {
    if (state_.granted(item) || could_ever_be(state_, item)) items_.push_back(item);
  };
  for (std::size_t m = 0; m < problem.meetings.size(); ++m)
    add({Kind::Meeting, static_cast<int>(m)});
  for (std::size_t w = 0; w < problem.attendances.size(); ++w)
    add({Kind::Attendance, static_cast<int>(w)});
  std::vector<char> wishing(problem.people.size(), 0);
  for (const AttendanceWish& wish : problem.attendances) wishing[wish.person] = 1;
  for (const MeetingWish& wish : problem.meetings)
    for (const int organisation : {wish.first, wish.second})
      for (const int person : problem.seats[organisation]) wishing[person] = 1;
  for (std::size_t p = 0; p < wishing.size(); ++p)
    if (wishing[p]) placed_people_.push_back(static_cast<int>(p));
}

void Search::list_movable() {
  const Problem& problem = state_.problem();
  for (int a = 0; a < static_cast<int>(problem.activities.size()); ++a) {
    const std::size_t options = problem.activities[a].options.size();
    if (state_.option(a) >= 0 ? options > 1 : options > 0 && holding_ == Holding::Any)
      movable_.push_back(a);
  }
}

void Search::list_by_coach() {
  const auto& activities = state_.problem().activities;
  for (int a = 0; a < static_cast<int>(activities.size()); ++a)
    if (activities[a].boards_at >= 0) by_coach_.push_back(a);
}

void Search::list_ungranted() {
  ungranted_.clear();
  for (const Item item : items_)
    if (!state_.granted(item)) ungranted_.push_back(item);
}

void Search::insert_one() {
  if (ungranted_.empty()) return move_one();
  const Item item = ungranted_[rng_.below(ungranted_.size())];
  if (!state_.granted(item)) moves::insert(state_, item, chain_length, rng_);
}

void Search::relocate_one() {
  if (state_.problem().meetings.empty() || state_.grid().slots.empty()) return insert_one();
  moves::relocate(state_, static_cast<int>(rng_.below(state_.problem().meetings.size())), rng_);
}

void Search::move_one() {
  if (movable_.empty()) return;
  const int activity = movable_[rng_.below(movable_.size())];
  const auto& options = state_.problem().activities[activity].options;
  const int option = static_cast<int>(rng_.below(options.size()));
  if (state_.option(activity) < 0) return hold_one(activity, option);
  if (option == state_.option(activity)) return;
  const std::size_t mark = state_.mark();
  const int other = in_the_room(state_, activity, option);
  const bool moved = other >= 0 ? moves::swap_activities(state_, activity, option, other, rng_)
                                : moves::supports_move(state_, activity, option) &&
                                      moves::move_activity(state_, activity, option, rng_);
  if (!moved) state_.roll_back(mark);
}

void Search::hold_one(int activity, int option) {
  if (holding_ == Holding::Same) return;
  std::vector<int> others = moves::rivals(state_.problem(), activity);
  std::erase_if(others, [&](int other) { return state_.option(other) < 0; });
  const std::size_t draw = rng_.below(others.size() + 1);
  const int other = draw < others.size() ? others[draw] : -1;
  const std::size_t mark = state_.mark();
  if (!moves::exchange_activities(state_, activity, option, other, rng_)) state_.roll_back(mark);
}

void Search::exchange_coaches_of_one() {
  if (by_coach_.empty() || state_.problem().coaches.empty()) return ruin_one();
  const int activity = by_coach_[rng_.below(by_coach_.size())];
  if (state_.option(activity) >= 0) moves::exchange_coaches(state_, activity, rng_);
}

void Search::ruin_one() {
  if (placed_people_.empty()) return;
  moves::ruin_and_recreate(state_, placed_people_[rng_.below(placed_people_.size())], rng_);
}

void Search::attempt(bool settling) {
  const int draw = rng_.between(0, 99);
  if (draw < (settling ? 10 : 55)) return insert_one();
  if (draw < (settling ? 90 : 75)) return relocate_one();
  if (draw < (settling ? 92 : 80)) return move_one();
  if (draw < (settling ? 93 : 83)) return exchange_coaches_of_one();
  ruin_one();
}

void Search::run(int count, std::int64_t threshold) {
  for (int i = 0; i < count; ++i) {
    if (i % 128 == 0) list_ungranted();
    const std::size_t mark = state_.mark();
    const std::int64_t before = state_.energy();
    attempt(threshold < energy_of_point);
    const std::int64_t lost = before - state_.energy();
    if (lost > 0 && lost > static_cast<std::int64_t>(rng_.below(threshold + 1))) {
      state_.roll_back(mark);
      continue;
    }
    state_.forget();
    if (better(state_.worth(), best_worth_) ||
        (state_.worth() == best_worth_ && state_.held() > best_held_)) {
      best_ = state_.solution();
      best_worth_ = state_.worth();
      best_held_ = state_.held();
    }
  }
}

void Search::complete() {
  state_.restore_programme(best_);
  state_.restore(best_);
  list_ungranted();
  std::ranges::stable_sort(ungranted_,
                           [&](Item a, Item b) { return state_.weight(a) > state_.weight(b); });
  for (const Item item : ungranted_) moves::insert_free(state_, item, rng_);
  best_ = state_.solution();
  best_worth_ = state_.worth();
  state_.forget();
}

}  // namespace kontor::engine::timetable
