#include "engine/timetable/settle.h"

#include <algorithm>

#include "engine/timetable/duties.h"
#include "engine/timetable/protocol.h"

namespace kontor::engine::timetable {

namespace {

using rules::impossible;

// By a rule for which it matters who else is where.
bool named(const State& state, int person) {
  return std::ranges::any_of(state.grid().rules_of[person], [&](int number) {
    return state.problem().rules[number].kind != RuleKind::ClearanceNeeded;
  });
}

bool misses_something(const State& state, int person) {
  return std::ranges::any_of(state.grid().expected_at[person], [&](int activity) {
    return state.option(activity) >= 0 && !state.on_duty(person, activity);
  });
}

// Whether nothing but wishes keeps `person` from the visit; company apart.
bool can_come(const State& state, int person, const Visit& visit) {
  const bool free = std::ranges::none_of(state.engagements(person), [&](const Engagement& other) {
    return other.kind == Kind::Duty && other.index != visit.activity &&
           !compatible(state.problem(), other.stay, visit.stay);
  });
  return free && present(state.problem(), person, visit.stay) &&
         std::ranges::all_of(state.grid().rules_of[person], [&](int number) {
           return state.problem().rules[number].kind == RuleKind::AlwaysWith ||
                  cost_of_rule(state, number, person, visit) < impossible;
         });
}

bool has_place(const State& state, int person, int activity) {
  return state.called(person, activity) ||
         static_cast<int>(state.attending(activity).size()) < state.places(activity);
}

// Whether a rule has somebody at `activity` who is neither required there nor expected.
bool wanted(const State& state, int person, int activity) {
  return std::ranges::any_of(state.problem().rules, [&](const Rule& rule) {
    if (rule.covers[activity] == 0 || !contains(rule.people, person)) return false;
    if (rule.kind == RuleKind::AtLeastOneOf) return true;
    return rule.kind == RuleKind::AlwaysWith && std::ranges::any_of(rule.others, [&](int other) {
             return other != person && rules::at(state, other, activity) != nullptr;
           });
  });
}

void drop_idle_company(State& state, int activity) {
  for (bool dropped = state.uncalled(activity) > 0; dropped;) {
    const auto bound = state.on_duty_at(activity);
    const auto idle = std::ranges::find_if(bound, [&](int person) {
      return !state.called(person, activity) && !wanted(state, person, activity);
    });
    dropped = idle != bound.end();
    if (dropped) state.unbind(*idle, activity);
  }
}

// Binds `person` and their company; false, and nothing changed, where somebody cannot come.
bool come(State& state, int person, int activity, std::vector<Item>& removed) {
  const std::size_t mark = state.mark(), before = removed.size();
  for (const int one : with_company(state, person, activity)) {
    if (can_come(state, one, visit_of(state, one, activity, state.option(activity))) &&
        has_place(state, one, activity)) {
      bind_by_force(state, one, activity, removed);
      if (part_riders(state, activity)) continue;
    }
    state.roll_back(mark);
    removed.resize(before);
    return false;
  }
  return true;
}

void sort_once(std::vector<int>& people) {
  std::ranges::sort(people);
  const auto repeated = std::ranges::unique(people);
  people.erase(repeated.begin(), repeated.end());
}

}  // namespace

void add_missing(const State& state, const std::vector<int>& people, std::vector<int>& out) {
  for (const int person : people)
    if (misses_something(state, person)) out.push_back(person);
  if (std::ranges::any_of(out, [&](int person) { return named(state, person); }))
    for (std::size_t p = 0; p < state.problem().people.size(); ++p)
      if (const int person = static_cast<int>(p);
          named(state, person) && misses_something(state, person))
        out.push_back(person);
  sort_once(out);
}

std::vector<int> unsettled_by(const State& state, int activity, int option) {
  std::vector<int> out, others;
  const Activity& held = state.problem().activities[activity];
  for (const int person : state.on_duty_at(activity))
    (can_come(state, person, visit_of(state, person, activity, option)) ? others : out)
        .push_back(person);
  for (const auto* people : {&held.required, &held.everyone})
    for (const int person : *people)
      if (state.option(activity) < 0 || !state.on_duty(person, activity)) out.push_back(person);
  add_missing(state, others, out);
  return out;
}

void excuse(State& state, const std::vector<int>& people) {
  std::vector<int> left;
  for (const int person : people)
    for (const int activity : state.grid().expected_at[person]) {
      if (!state.on_duty(person, activity) ||
          contains(state.problem().activities[activity].required, person))
        continue;
      state.unbind(person, activity);
      left.push_back(activity);
    }
  sort_once(left);
  for (const int activity : left) drop_idle_company(state, activity);
}

void summon(State& state, const std::vector<int>& people, std::vector<Item>& removed) {
  std::vector<int> expecting;
  for (const int person : people)
    for (const int activity : state.grid().expected_at[person])
      if (state.option(activity) >= 0) expecting.push_back(activity);
  sort_once(expecting);
  for (const bool single : {true, false})
    for (const int activity : expecting)
      if (single_start(state.problem(), activity) == single)
        for (const int person : people)
          if (contains(state.grid().expected_at[person], activity) &&
              !state.on_duty(person, activity))
            come(state, person, activity, removed);
}

void bind_by_force(State& state, int person, int activity, std::vector<Item>& removed) {
  std::vector<Item> in_the_way;
  explain_visit(state, person, visit_of(state, person, activity, state.option(activity)),
                in_the_way);
  for (const Item item : in_the_way) {
    if (item.kind == Kind::Duty || !state.granted(item)) continue;
    state.remove(item);
    removed.push_back(item);
  }
  state.bind(person, activity);
}

}  // namespace kontor::engine::timetable
