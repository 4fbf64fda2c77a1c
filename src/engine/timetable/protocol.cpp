#include "engine/timetable/protocol.h"

#include <algorithm>

#include "engine/timetable/rules/always_with.h"
#include "engine/timetable/rules/arrives_last.h"
#include "engine/timetable/rules/at_least_one_of.h"
#include "engine/timetable/rules/at_most_a_day.h"
#include "engine/timetable/rules/clearance_needed.h"
#include "engine/timetable/rules/guests_in_place.h"
#include "engine/timetable/rules/leaves_first.h"
#include "engine/timetable/rules/never_with.h"
#include "engine/timetable/rules/not_same_vehicle.h"
#include "engine/timetable/rules/rest.h"

namespace kontor::engine::timetable {

namespace {

using rules::OnePlaceAtATime;

// Calls `use` with the rule's own class.
template <class Use>
auto with_class(RuleKind kind, const Use& use) {
  switch (kind) {
    case RuleKind::AlwaysWith:
      return use(rules::AlwaysWith());
    case RuleKind::AtLeastOneOf:
      return use(rules::AtLeastOneOf());
    case RuleKind::NeverWith:
      return use(rules::NeverWith());
    case RuleKind::NotSameVehicle:
      return use(rules::NotSameVehicle());
    case RuleKind::ArrivesLast:
      return use(rules::ArrivesLast());
    case RuleKind::LeavesFirst:
      return use(rules::LeavesFirst());
    case RuleKind::GuestsInPlace:
      return use(rules::GuestsInPlace());
    case RuleKind::Rest:
      return use(rules::Rest());
    case RuleKind::AtMostADay:
      return use(rules::AtMostADay());
    case RuleKind::ClearanceNeeded:
      return use(rules::ClearanceNeeded());
  }
  return use(rules::GuestsInPlace());
}

std::int64_t cost_of(const State& state, const Rule& rule, int person, const Visit& visit) {
  return with_class(rule.kind, [&](auto of) { return of.cost(state, rule, person, visit); });
}

bool free_but_for_company(const State& state, int person, const Visit& visit) {
  if (!present(state.problem(), person, visit.stay)) return false;
  if (OnePlaceAtATime::cost(state, person, visit.stay) > 0) return false;
  return std::ranges::all_of(state.grid().rules_of[person], [&](int number) {
    const Rule& rule = state.problem().rules[number];
    return rule.kind == RuleKind::AlwaysWith || cost_of(state, rule, person, visit) == 0;
  });
}

// Whether what `rule` asks of who is there holds at a held activity.
bool complete(const State& state, const Rule& rule, int activity) {
  if (rule.kind == RuleKind::AtLeastOneOf)
    return rule.people.empty() || !rules::AtLeastOneOf::open(state, rule, activity);
  return std::ranges::all_of(rule.others, [&](int other) {
    std::vector<int> missing;
    if (rules::at(state, other, activity) != nullptr)
      rules::AlwaysWith::bring(state, rule, other, activity, missing);
    return missing.empty();
  });
}

bool fits(const State& state, int person, int activity) {
  const Visit visit = visit_of(state, person, activity, state.option(activity));
  return (state.called(person, activity) || state.places(activity) > 0) &&
         free_but_for_company(state, person, visit);
}

}  // namespace

Visit visit_of(const State& state, int person, int activity, int option) {
  return {stay_of(state.problem(), activity, option, person), activity, -1};
}

Visit visit_to_slot(const State& state, int slot, int partner) {
  return {state.grid().slots[slot].stay, -1, partner};
}

std::int64_t cost_of_visit(const State& state, int person, const Visit& visit) {
  std::int64_t sum = OnePlaceAtATime::cost(state, person, visit.stay);
  for (const int number : state.grid().rules_of[person])
    sum += cost_of(state, state.problem().rules[number], person, visit);
  return sum;
}

void explain_visit(const State& state, int person, const Visit& visit,
                   std::vector<Item>& in_the_way) {
  OnePlaceAtATime::explain(state, person, visit.stay, in_the_way);
  for (const int number : state.grid().rules_of[person]) {
    const Rule& rule = state.problem().rules[number];
    with_class(rule.kind, [&](auto of) { of.explain(state, rule, person, visit, in_the_way); });
  }
}

std::int64_t cost_of_rule(const State& state, int rule, int person, const Visit& visit) {
  return cost_of(state, state.problem().rules[rule], person, visit);
}

std::vector<int> rules_against(const State& state, int person, const Visit& visit) {
  std::vector<int> out;
  for (const int number : state.grid().rules_of[person])
    if (cost_of(state, state.problem().rules[number], person, visit) > 0) out.push_back(number);
  return out;
}

bool may_be_held(const Problem& problem, int activity) {
  const std::vector<int>& required = problem.activities[activity].required;
  const auto bars = [&](const Rule& rule, int person) {
    if (rule.covers[activity] == 0) return false;
    std::vector<int> unwanted;
    const bool vehicle = problem.activities[activity].boards_at < 0;
    if (rule.kind == RuleKind::NeverWith || (rule.kind == RuleKind::NotSameVehicle && vehicle))
      unwanted = rules::NeverWith::avoided(rule, person);
    if (rule.kind == RuleKind::ArrivesLast || rule.kind == RuleKind::LeavesFirst)
      unwanted = rules::ArrivesLast::rivals(problem, rule, person, activity);
    if (rule.kind == RuleKind::ClearanceNeeded && contains(rule.people, person)) return true;
    return std::ranges::any_of(
        unwanted, [&](int other) { return other != person && contains(required, other); });
  };
  return std::ranges::none_of(problem.rules, [&](const Rule& rule) {
    return std::ranges::any_of(required, [&](int person) { return bars(rule, person); });
  });
}

std::vector<int> with_company(const State& state, int person, int activity) {
  std::vector<int> out{person};
  for (std::size_t next = 0; next < out.size(); ++next)
    for (const int number : state.grid().rules_of[out[next]])
      if (const Rule& rule = state.problem().rules[number]; rule.kind == RuleKind::AlwaysWith)
        rules::AlwaysWith::bring(state, rule, out[next], activity, out);
  return out;
}

bool company_complete(const State& state) {
  for (const Rule& rule : state.problem().rules) {
    if (rule.kind != RuleKind::AtLeastOneOf && rule.kind != RuleKind::AlwaysWith) continue;
    for (std::size_t a = 0; a < state.problem().activities.size(); ++a)
      if (const int activity = static_cast<int>(a);
          rule.covers[a] != 0 && state.option(activity) >= 0 && !complete(state, rule, activity))
        return false;
  }
  return true;
}

bool bind_with_company(State& state, int person, int activity) {
  const std::size_t mark = state.mark();
  for (const int one : with_company(state, person, activity)) {
    const bool fit = fits(state, one, activity);
    if (fit) state.bind(one, activity);
    if (fit && part_riders(state, activity)) continue;
    state.roll_back(mark);
    return false;
  }
  return true;
}

bool part_riders(State& state, int activity) {
  return !parts_riders(state.problem(), activity) || rules::Coaches::supply(state, activity);
}

bool bind_chosen(State& state, int activity, base::Rng* rng) {
  const std::size_t mark = state.mark();
  for (const Rule& rule : state.problem().rules) {
    if (rule.kind != RuleKind::AtLeastOneOf || rule.people.empty() ||
        !rules::AtLeastOneOf::open(state, rule, activity))
      continue;
    const std::size_t from = rng ? rng->below(rule.people.size()) : 0;
    bool chosen = false;
    for (std::size_t k = 0; k < rule.people.size() && !chosen; ++k)
      chosen = bind_with_company(state, rule.people[(from + k) % rule.people.size()], activity);
    if (chosen) continue;
    state.roll_back(mark);
    return false;
  }
  return true;
}

}  // namespace kontor::engine::timetable
