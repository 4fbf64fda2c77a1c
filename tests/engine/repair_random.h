#pragma once
#include <algorithm>

#include "engine/timetable/repair.h"
#include "engine/timetable/solve.h"
#include "engine/timetable_random.h"

namespace kontor::engine::timetable::testing {

// A tiny problem after a change, the timetable of before it, and what is demanded.
struct Disrupted {
  Problem problem;
  Solution before;
  RepairDemand demand;
};

inline void lose_options(Problem& problem, Solution& before, int activity, bool shift) {
  Activity& changed = problem.activities[static_cast<std::size_t>(activity)];
  if (!shift) changed.options.clear();
  for (Option& option : changed.options) option.starts_at += 20;
  before.options[static_cast<std::size_t>(activity)] = -1;
}

inline void change_something(base::Rng& rng, Disrupted& out) {
  Problem& problem = out.problem;
  const int activity = rng.between(0, static_cast<int>(problem.activities.size()) - 1);
  const int person = rng.between(0, static_cast<int>(problem.people.size()) - 1);
  switch (rng.between(0, 6)) {
    case 0:
      return lose_options(problem, out.before, activity, false);
    case 1:
      return lose_options(problem, out.before, activity, true);
    case 2: {
      const int from = rng.between(0, 5) * 20;
      problem.people[static_cast<std::size_t>(person)].absences.push_back({from, from + 40});
      return;
    }
    case 3:
      for (auto& row : problem.travel_minutes)
        for (int& minutes : row) minutes *= 3;
      return;
    case 4:
      for (Session& session : problem.sessions) session.tables = std::max(0, session.tables - 1);
      return;
    case 5:
      for (Option& option : problem.activities[static_cast<std::size_t>(activity)].options)
        option.places = std::max(0, option.places - 1);
      return;
    default:
      problem.people[static_cast<std::size_t>(person)].absences.push_back({-10'000, 10'000});
  }
}

inline void demand_something(base::Rng& rng, Disrupted& out) {
  const Problem& problem = out.problem;
  const auto draw = [&](std::vector<char>& list, std::size_t size, auto had) {
    list.assign(size, 0);
    for (std::size_t i = 0; i < size; ++i)
      if (had(i) && rng.chance(150)) list[i] = 1;
  };
  if (rng.chance(300)) {
    draw(out.demand.locked_activities, problem.activities.size(),
         [&](std::size_t a) { return out.before.options[a] >= 0; });
    draw(out.demand.locked_meetings, problem.meetings.size(),
         [&](std::size_t m) { return out.before.meetings[m].slot >= 0; });
    draw(out.demand.locked_attendances, problem.attendances.size(),
         [&](std::size_t w) { return out.before.attends[w]; });
  }
  std::vector<Item> ungranted;
  for (std::size_t m = 0; m < problem.meetings.size(); ++m)
    if (out.before.meetings[m].slot < 0) ungranted.push_back({Kind::Meeting, static_cast<int>(m)});
  for (std::size_t w = 0; w < problem.attendances.size(); ++w)
    if (!out.before.attends[w]) ungranted.push_back({Kind::Attendance, static_cast<int>(w)});
  if (!ungranted.empty() && rng.chance(250))
    out.demand.grant.push_back(ungranted[rng.below(ungranted.size())]);
}

inline Disrupted disrupted_problem(std::uint64_t seed) {
  Disrupted out{tiny_problem(seed), {}, {}};
  out.before = solve(out.problem, {seed, 300}, {}, {}).solution;
  base::Rng rng(seed * 31);
  for (int changes = rng.between(0, 2); changes > 0; --changes) change_something(rng, out);
  demand_something(rng, out);
  return out;
}

// The same with rules of protocol; in every second one there was one fewer of them before.
inline Disrupted disrupted_problem_with_rules(std::uint64_t seed) {
  const Problem before = tiny_problem_with_rules(seed, seed % 2);
  Disrupted out{tiny_problem_with_rules(seed), {}, {}};
  out.before = solve(before, {seed, 300}, {}, {}).solution;
  base::Rng rng(seed * 31);
  if (seed % 4 != 1) change_something(rng, out);
  demand_something(rng, out);
  return out;
}

}  // namespace kontor::engine::timetable::testing
