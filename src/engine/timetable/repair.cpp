#include "engine/timetable/repair.h"

#include <algorithm>
#include <optional>

#include "engine/timetable/check.h"
#include "engine/timetable/coaches.h"
#include "engine/timetable/repair/curve.h"
#include "engine/timetable/repair/fewest.h"
#include "engine/timetable/repair/rebuild.h"

namespace kontor::engine::timetable {

namespace {

constexpr int most_rounds = 8;
constexpr int round_work = 8'000;  // of further rounds

struct Start {
  State state;
  std::size_t setting = 0;
};

Solution complete(const Task& task, Solution solution) {
  assign_coaches(task.problem, solution);
  keep_tables(task.problem, task.grid, task.solution, solution);
  return solution;
}

// What the search for the fewest does not look at: seats in coaches, and who shares one.
bool may_be_unsound(const Task& task) {
  return !task.problem.rules.empty() || !task.problem.coaches.empty();
}

// Forbids what the violations come from; false where it is forbidden already, or nothing is known.
bool forbid(Task& task, const Solution& solution, const std::vector<Violation>& violations) {
  bool more = false;
  for (const Violation& violation : violations) {
    if (violation.rule == "not_same_vehicle" && !task.strict) more = task.strict = true;
    const bool seats = violation.rule == "coaches" || violation.rule == "not_same_vehicle";
    if (!seats || violation.first >= task.activities() || more) continue;
    const std::pair way(violation.first, solution.options[violation.first]);
    if (way.second < 0 || std::ranges::find(task.forbidden, way) != task.forbidden.end()) continue;
    task.forbidden.push_back(way);
    more = true;
  }
  return more;
}

// The best of the remedies that is sound, filled up. Where none is, `violations` are those of the
// last, and `solution` it.
std::optional<Start> build_best(const Task& task, const std::vector<Setting>& settings,
                                const std::vector<Remedy>& remedies, base::Rng& rng,
                                std::vector<Violation>& violations, Solution& solution) {
  std::vector<Start> starts;
  for (const Remedy& remedy : remedies) {
    Start start{State(task.problem, task.open), remedy.setting};
    rebuild(start.state, task, settings[remedy.setting], remedy);
    grant_what_fits(start.state, rng);
    starts.push_back(std::move(start));
  }
  std::ranges::stable_sort(starts, [](const Start& a, const Start& b) {
    return better(a.state.worth(), b.state.worth());
  });
  for (Start& start : starts) {
    if (!may_be_unsound(task)) return std::move(start);
    solution = complete(task, start.state.solution());
    violations = check(task.problem, solution).violations;
    if (violations.empty()) return std::move(start);
  }
  return std::nullopt;
}

std::vector<Alternative> alternatives(const Task& task, const Curve& curve, int least, int most) {
  std::vector<Alternative> out;
  for (const auto& [count, point] : curve.points()) {
    if (!out.empty() && point.worth.points <= out.back().worth.points) continue;
    if (static_cast<int>(out.size()) == most) break;
    out.push_back({complete(task, point.solution), point.worth, point.disturbed, least});
  }
  return out;
}

// The curve from `start` on; moves break no rule, so that all its points are as sound.
std::vector<Alternative> follow_curve(const Task& task, const Setting& setting, State& state,
                                      int least, const RepairOptions& options, base::Rng& rng,
                                      const std::function<bool()>& stop) {
  const std::vector<int> disturbed = task.before.disturbed(state);
  Curve curve(task, static_cast<int>(disturbed.size()) + options.most_more);
  curve.add(state, disturbed);
  curve.search(state, options.iterations, rng, stop);
  state.freeze(frozen_for_all(task, setting));
  curve.search(state, options.iterations, rng, stop);
  return alternatives(task, curve, least, options.most_alternatives);
}

}  // namespace

Repaired repair(const Problem& problem, const Grid& grid, const Solution& before,
                const RepairDemand& demand, const RepairOptions& options,
                const std::function<bool()>& stop) {
  Task task{problem,
            grid,
            from_now_on(grid, demand.now),
            before,
            Before(problem, before, demand.newcomers, options.disturbance),
            find_locks(problem, grid, before, demand),
            demand,
            who_is_called(problem),
            which_may_be_held(problem)};
  base::Rng rng(options.seed);
  int least = 0;
  Work work{options.most_work};
  for (int round = 0; round < most_rounds; ++round) {
    Fewest fewest(task, work, stop);
    const std::vector<Remedy> remedies = fewest.find();
    if (round == 0) least = fewest.least();  // further rounds forbid more than the problem does
    if (remedies.empty())
      return {round == 0 && fewest.sure() ? RepairStatus::Impossible : RepairStatus::Unknown, {}};
    std::vector<Violation> violations;
    Solution solution;
    if (auto start = build_best(task, fewest.settings(), remedies, rng, violations, solution))
      return {RepairStatus::Found, follow_curve(task, fewest.settings()[start->setting],
                                                start->state, least, options, rng, stop)};
    if (!forbid(task, solution, violations)) return {};
    work.left = std::min(options.most_work, round_work);
  }
  return {};
}

}  // namespace kontor::engine::timetable
