#include "engine/timetable/repair/curve.h"

#include <algorithm>

#include "engine/timetable/moves/insert.h"
#include "engine/timetable/rules/one_place_at_a_time.h"

namespace kontor::engine::timetable {

namespace {

constexpr int steps_in_a_row = 3;
constexpr int curve_patience = 120;  // iterations without more points before the search ends

// Whether somebody who may gain an engagement could be at `item`.
bool in_reach(const State& state, Item item) {
  const Problem& problem = state.problem();
  if (item.kind == Kind::Attendance) {
    const AttendanceWish& wish = problem.attendances[item.index];
    return state.may_gain(wish.person) && state.option(wish.activity) >= 0;
  }
  const auto somebody = [&](int organisation) {
    return std::ranges::any_of(problem.seats[organisation],
                               [&](int person) { return state.may_gain(person); });
  };
  const MeetingWish& wish = problem.meetings[item.index];
  return somebody(wish.first) && somebody(wish.second);
}

std::vector<Item> ungranted(const State& state) {
  std::vector<Item> items;
  const auto add = [&](Item item) {
    if (!state.granted(item) && in_reach(state, item)) items.push_back(item);
  };
  for (std::size_t m = 0; m < state.problem().meetings.size(); ++m)
    add({Kind::Meeting, static_cast<int>(m)});
  for (std::size_t w = 0; w < state.problem().attendances.size(); ++w)
    add({Kind::Attendance, static_cast<int>(w)});
  return items;
}

bool granted_before(const Solution& before, Item item) {
  return item.kind == Kind::Meeting ? before.meetings[item.index].slot >= 0
                                    : static_cast<bool>(before.attends[item.index]);
}

}  // namespace

void grant_what_fits(State& state, base::Rng& rng) {
  std::vector<Item> items = ungranted(state);
  std::ranges::stable_sort(items,
                           [&](Item a, Item b) { return state.weight(a) > state.weight(b); });
  for (const Item item : items) moves::insert_free(state, item, rng);
  state.forget();
}

bool Curve::dominated(int disturbed, const Worth& worth) const {
  for (const auto& [count, point] : points_) {
    if (count > disturbed) break;
    if (!better(worth, point.worth)) return true;
  }
  return false;
}

Curve::Added Curve::add(const State& state, const std::vector<int>& disturbed) {
  const int count = static_cast<int>(disturbed.size());
  if (count > most_ || dominated(count, state.worth())) return Added::No;
  const bool more = std::ranges::none_of(points_, [&](const auto& entry) {
    return entry.first <= count && entry.second.worth.points >= state.worth().points;
  });
  points_[count] = {state.solution(), state.worth(), disturbed};
  std::erase_if(points_, [&](const auto& entry) {
    return entry.first > count && !better(entry.second.worth, state.worth());
  });
  return more ? Added::More : Added::Finer;
}

void Curve::list_candidates(const State& state) {
  lost_.clear();
  others_.clear();
  for (const Item item : ungranted(state)) {
    if (moves::cost_of_granting(state, item) >= rules::OnePlaceAtATime::impossible) continue;
    (granted_before(task_.solution, item) ? lost_ : others_).push_back(item);
  }
}

Item Curve::draw(base::Rng& rng) const {
  const bool lost = !lost_.empty() && (others_.empty() || rng.chance(700));
  const auto& items = lost ? lost_ : others_;
  return items[rng.below(items.size())];
}

void Curve::search(State& state, int iterations, base::Rng& rng,
                   const std::function<bool()>& stop) {
  list_candidates(state);
  if (lost_.empty() && others_.empty()) return;
  int at = -1;  // the point that the state came from and can roll back to
  int since_more = 0;
  for (int i = 0; i < iterations && since_more < curve_patience; ++i, ++since_more) {
    if (stop && i % 16 == 0 && stop()) break;
    auto from = points_.begin();
    std::advance(from, static_cast<std::ptrdiff_t>(rng.below(points_.size())));
    if (at == from->first)
      state.roll_back(0);
    else
      state.restore(from->second.solution);
    at = from->first;
    std::vector<int> people = from->second.disturbed;
    for (int step = 0; step < steps_in_a_row; ++step) {
      const Item item = draw(rng);
      if (state.granted(item)) continue;
      const std::size_t mark = state.mark();
      if (!moves::insert(state, item, rng.between(0, 2), rng)) continue;
      state.add_touched(mark, people);
      std::ranges::sort(people);
      people.erase(std::ranges::unique(people).begin(), people.end());
      std::erase_if(people, [&](int p) { return !task_.before.disturbed(state, p); });
      if (static_cast<int>(people.size()) > most_) break;
      const Added added = add(state, people);
      if (added == Added::No) continue;
      if (added == Added::More) since_more = 0;
      if (static_cast<int>(people.size()) == at) at = -1;  // that point is another one now
    }
  }
}

}  // namespace kontor::engine::timetable
