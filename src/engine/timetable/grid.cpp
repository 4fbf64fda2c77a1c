#include "engine/timetable/grid.h"

#include <algorithm>

namespace kontor::engine::timetable {

namespace {

constexpr int minutes_a_day = 24 * 60;

void add_slots(const Problem& problem, Grid& grid) {
  for (std::size_t s = 0; s < problem.sessions.size(); ++s) {
    const Session& session = problem.sessions[s];
    grid.first_slot.push_back(static_cast<int>(grid.slots.size()));
    for (int number = 0; number < session.slots; ++number) {
      const int start = session.starts_at + number * session.slot_minutes;
      grid.slots.push_back(
          {static_cast<int>(s), number, Stay{start, start + session.slot_minutes, session.place}});
    }
  }
}

void add_instants(const Problem& problem, Grid& grid) {
  for (const Slot& slot : grid.slots) grid.instants.push_back(slot.stay.starts_at);
  for (const Activity& activity : problem.activities)
    for (const Option& option : activity.options) grid.instants.push_back(option.starts_at);
  for (std::size_t a = 0; a < problem.activities.size(); ++a)
    for (std::size_t o = 0; o < problem.activities[a].options.size(); ++o)
      if (problem.activities[a].boards_at >= 0)
        grid.instants.push_back(
            ride_of(problem, static_cast<int>(a), static_cast<int>(o)).starts_at);
  std::ranges::sort(grid.instants);
  const auto repeated = std::ranges::unique(grid.instants);
  grid.instants.erase(repeated.begin(), repeated.end());
}

Instants instants_during(const Grid& grid, const Stay& stay) {
  const auto from = std::ranges::lower_bound(grid.instants, stay.starts_at);
  const auto to = std::ranges::lower_bound(grid.instants, stay.ends_at);
  return {static_cast<int>(from - grid.instants.begin()),
          static_cast<int>(to - grid.instants.begin())};
}

void add_ranges(const Problem& problem, Grid& grid) {
  for (const Slot& slot : grid.slots)
    grid.slot_instants.push_back(instants_during(grid, slot.stay));
  for (std::size_t a = 0; a < problem.activities.size(); ++a) {
    std::vector<Instants> ranges, rides;
    for (std::size_t o = 0; o < problem.activities[a].options.size(); ++o) {
      const int activity = static_cast<int>(a), option = static_cast<int>(o);
      ranges.push_back(instants_during(grid, stay_of(problem, activity, option)));
      rides.push_back(problem.activities[a].boards_at < 0
                          ? ranges.back()
                          : instants_during(grid, ride_of(problem, activity, option)));
    }
    grid.option_instants.push_back(std::move(ranges));
    grid.ride_instants.push_back(std::move(rides));
  }
}

// Those by coach whom a rule of protocol may call there besides.
int count_called_riders(const Problem& problem, int activity) {
  const Activity& held = problem.activities[activity];
  const auto has = [](const std::vector<int>& people, int person) {
    return std::ranges::find(people, person) != people.end();
  };
  std::vector<int> called;
  for (const Rule& rule : problem.rules)
    if (rule.covers[activity] &&
        (rule.kind == RuleKind::AtLeastOneOf || rule.kind == RuleKind::AlwaysWith))
      for (const int person : rule.people)
        if (rides(problem, activity, person) && !has(held.required, person) &&
            !has(held.everyone, person) && !has(called, person))
          called.push_back(person);
  return static_cast<int>(called.size());
}

int count_duty_riders(const Problem& problem, int activity, int option) {
  int riders = 0;
  for (const auto* bound :
       {&problem.activities[activity].required, &problem.activities[activity].everyone})
    for (const int person : *bound)
      riders += rides(problem, activity, person) &&
                present(problem, person, stay_of(problem, activity, option, person));
  return riders + count_called_riders(problem, activity);
}

void add_duty_riders(const Problem& problem, Grid& grid) {
  for (std::size_t a = 0; a < problem.activities.size(); ++a) {
    std::vector<int> riders;
    for (std::size_t o = 0; o < problem.activities[a].options.size(); ++o)
      riders.push_back(count_duty_riders(problem, static_cast<int>(a), static_cast<int>(o)));
    grid.duty_riders.push_back(std::move(riders));
  }
}

void add_availability(const Problem& problem, Grid& grid) {
  grid.may_meet.assign(problem.people.size(), std::vector<char>(grid.slots.size(), 0));
  for (const auto& seats : problem.seats)
    for (const int person : seats)
      for (std::size_t s = 0; s < grid.slots.size(); ++s)
        grid.may_meet[person][s] = present(problem, person, grid.slots[s].stay) ? 1 : 0;
}

void add_rules(const Problem& problem, Grid& grid) {
  grid.rules_of.resize(problem.people.size());
  for (std::size_t r = 0; r < problem.rules.size(); ++r)
    for (const auto* people : {&problem.rules[r].people, &problem.rules[r].others})
      for (const int person : *people)
        if (auto& rules = grid.rules_of[person];
            rules.empty() || rules.back() != static_cast<int>(r))
          rules.push_back(static_cast<int>(r));
}

void add_expected(const Problem& problem, Grid& grid) {
  grid.expected_at.resize(problem.people.size());
  for (std::size_t a = 0; a < problem.activities.size(); ++a)
    for (const int person : problem.activities[a].everyone)
      grid.expected_at[person].push_back(static_cast<int>(a));
}

void add_wishes(const Problem& problem, Grid& grid) {
  grid.wishes_of_activity.resize(problem.activities.size());
  grid.wishes_of.resize(problem.people.size());
  for (std::size_t w = 0; w < problem.attendances.size(); ++w) {
    grid.wishes_of_activity[problem.attendances[w].activity].push_back(static_cast<int>(w));
    grid.wishes_of[problem.attendances[w].person].push_back(static_cast<int>(w));
  }
  grid.meetings_of.resize(problem.seats.size());
  for (std::size_t m = 0; m < problem.meetings.size(); ++m) {
    grid.meetings_of[problem.meetings[m].first].push_back(static_cast<int>(m));
    grid.meetings_of[problem.meetings[m].second].push_back(static_cast<int>(m));
  }
}

void add(const Wait& wait, Margin& margin) {
  margin.early_minutes = std::max(margin.early_minutes, wait.early_minutes);
  margin.late_minutes = std::max(margin.late_minutes, wait.late_minutes);
}

}  // namespace

int local_day(const Problem& problem, const Stay& stay) {
  const Leg& leg = problem.legs[problem.places[stay.place].leg];
  int offset = leg.offset_minutes;
  for (const ClockChange& change : leg.changes)
    if (change.from <= stay.starts_at) offset = change.offset_minutes;
  const int local = stay.starts_at + offset;
  return local >= 0 ? local / minutes_a_day : -((minutes_a_day - 1 - local) / minutes_a_day);
}

bool compatible(const Problem& problem, const Stay& a, const Stay& b) {
  const Stay& first = a.starts_at <= b.starts_at ? a : b;
  const Stay& second = a.starts_at <= b.starts_at ? b : a;
  const int gap = second.starts_at - first.ends_at;
  if (gap < 0 || gap < problem.travel_minutes[first.place][second.place]) return false;
  const int leg = problem.places[first.place].leg;
  const int next_leg = problem.places[second.place].leg;
  if (leg < 0 || next_leg < 0 || leg == next_leg) return true;
  return local_day(problem, first) < local_day(problem, second);
}

bool present(const Problem& problem, int person, const Stay& stay) {
  const Person& who = problem.people[person];
  const int leg = problem.places[stay.place].leg;
  if (leg >= 0 && std::ranges::find(who.legs, leg) == who.legs.end()) return false;
  return std::ranges::none_of(who.absences, [&](const Span& absence) {
    return absence.from < stay.ends_at && stay.starts_at < absence.to;
  });
}

Stay stay_of(const Problem& problem, int activity, const Option& option) {
  const Activity& held = problem.activities[activity];
  return {option.starts_at, option.starts_at + held.minutes, option.place};
}

Stay stay_of(const Problem& problem, int activity, int option) {
  return stay_of(problem, activity, problem.activities[activity].options[option]);
}

Stay ride_of(const Problem& problem, int activity, int option) {
  return ride_of(problem, activity, problem.activities[activity].options[option]);
}

Stay stay_of(const Problem& problem, int activity, int option, int person) {
  return stay_of(problem, activity, problem.activities[activity].options[option], person);
}

Margin margin_of_coaches(const Problem& problem, int activity) {
  Margin out;
  for (const Wait& wait : problem.activities[activity].waits) add(wait, out);
  return out;
}

Margin margin_of(const Problem& problem, int activity, int person) {
  const Activity& held = problem.activities[activity];
  Margin out;
  for (const Wait& wait : held.waits)
    if (!contains(wait.people, person) && !(wait.guests_only && contains(held.required, person)))
      add(wait, out);
  return out;
}

Stay ride_of(const Problem& problem, int activity, const Option& option) {
  const Stay there = stay_of(problem, activity, option);
  const int boards_at = problem.activities[activity].boards_at;
  const Margin margin = margin_of_coaches(problem, activity);
  const int minutes = problem.travel_minutes[boards_at][there.place];
  return {there.starts_at - minutes - margin.early_minutes,
          there.ends_at + minutes + margin.late_minutes, boards_at};
}

bool rides(const Problem& problem, int activity, int person) {
  return problem.people[person].rides && problem.activities[activity].boards_at >= 0;
}

Stay stay_of(const Problem& problem, int activity, const Option& option, int person) {
  if (rides(problem, activity, person)) return ride_of(problem, activity, option);
  Stay stay = stay_of(problem, activity, option);
  const Margin margin = margin_of(problem, activity, person);
  stay.starts_at -= margin.early_minutes;
  stay.ends_at += margin.late_minutes;
  return stay;
}

Grid make_grid(const Problem& problem) {
  Grid grid;
  add_slots(problem, grid);
  add_instants(problem, grid);
  add_ranges(problem, grid);
  add_duty_riders(problem, grid);
  add_availability(problem, grid);
  add_wishes(problem, grid);
  add_rules(problem, grid);
  add_expected(problem, grid);
  return grid;
}

}  // namespace kontor::engine::timetable
