#include "engine/timetable/repair.h"

#include <algorithm>

#include "engine/timetable/check.h"
#include "engine/timetable/coaches.h"
#include "engine/timetable/repair/curve.h"
#include "engine/timetable/repair/fewest.h"
#include "engine/timetable/repair/rebuild.h"

namespace kontor::engine::timetable {

namespace {

// The best of the remedies, filled up; its state is left in `best`.
void build_best(const Task& task, const std::vector<Setting>& settings,
                const std::vector<Remedy>& remedies, base::Rng& rng, State& best,
                std::size_t& setting) {
  bool first = true;
  for (const Remedy& remedy : remedies) {
    State state(task.problem, task.open);
    rebuild(state, task, settings[remedy.setting], remedy);
    grant_what_fits(state, rng);
    if (!first && !better(state.worth(), best.worth())) continue;
    first = false;
    best = std::move(state);
    setting = remedy.setting;
  }
}

std::vector<Alternative> alternatives(const Task& task, const Curve& curve, int least, int most) {
  std::vector<Alternative> out;
  // Moves break no rule, so that the others are as sound as the one they come from.
  bool sound = false;
  for (const auto& [count, point] : curve.points()) {
    if (!out.empty() && point.worth.points <= out.back().worth.points) continue;
    if (static_cast<int>(out.size()) == most) break;
    Solution solution = point.solution;
    assign_coaches(task.problem, solution);
    keep_tables(task.problem, task.grid, task.solution, solution);
    // The search for the fewest looks neither at rules of protocol nor at seats.
    sound = sound || (task.problem.rules.empty() && task.problem.coaches.empty()) ||
            check(task.problem, solution).violations.empty();
    if (!sound) continue;
    out.push_back({std::move(solution), point.worth, point.disturbed, least});
  }
  return out;
}

}  // namespace

std::vector<Alternative> repair(const Problem& problem, const Grid& grid, const Solution& before,
                                const RepairDemand& demand, const RepairOptions& options,
                                const std::function<bool()>& stop) {
  const Task task{problem,
                  grid,
                  from_now_on(grid, demand.now),
                  before,
                  Before(problem, before, demand.newcomers, options.disturbance),
                  find_locks(problem, grid, before, demand),
                  demand,
                  who_is_called(problem)};
  Fewest fewest(task, options.most_nodes, stop);
  const std::vector<Remedy> remedies = fewest.find();
  if (remedies.empty()) return {};
  base::Rng rng(options.seed);
  State state(problem, task.open);
  std::size_t setting = 0;
  build_best(task, fewest.settings(), remedies, rng, state, setting);
  const std::vector<int> disturbed = task.before.disturbed(state);
  Curve curve(task, static_cast<int>(disturbed.size()) + options.most_more);
  curve.add(state, disturbed);
  curve.search(state, options.iterations, rng, stop);
  state.freeze(frozen_for_all(task, fewest.settings()[setting]));
  curve.search(state, options.iterations, rng, stop);
  return alternatives(task, curve, fewest.least(), options.most_alternatives);
}

}  // namespace kontor::engine::timetable
