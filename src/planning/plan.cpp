#include "planning/plan.h"

#include "engine/timetable/grid.h"
#include "engine/timetable/solve.h"
#include "planning/assemble.h"
#include "planning/certify.h"
#include "planning/fairness_minimum.h"
#include "planning/translate.h"

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;
using mission::Mission;
using mission::Plan;

std::function<void(const timetable::Progress&)> in_mission_terms(
    const Mission& mission, const std::function<void(const Progress&)>& on_progress) {
  if (!on_progress) return {};
  Progress asked;
  for (const auto& wish : mission.wishes) {
    if (wish.level == mission::WishLevel::Must) ++asked.musts_asked;
    if (wish.level != mission::WishLevel::Never) ++asked.wishes_asked;
  }
  return [asked, &on_progress](const timetable::Progress& now) {
    on_progress({now.value, now.bound, now.musts_placed, asked.musts_asked, now.wishes_placed,
                 asked.wishes_asked, now.permille_done});
  };
}

}  // namespace

Plan make_plan(const Mission& mission, const std::string& input_hash, const Options& options,
               const std::function<bool()>& stop,
               const std::function<void(const Progress&)>& on_progress) {
  const Translation translation = translate(mission);
  const timetable::Grid grid = timetable::make_grid(translation.problem);
  const timetable::Result result =
      timetable::solve(translation.problem, {options.seed, options.iterations}, stop,
                       in_mission_terms(mission, on_progress));
  Plan plan = assemble(mission, translation, grid, result.solution, result.worth);
  plan.seed = options.seed;
  plan.input_hash = input_hash;
  plan.score.bound = result.bound;
  plan.certificate = certify(mission, translation, grid, result.prices, plan);
  if (options.minimum_share_percent == 0) return plan;
  return plan_with_minimum(mission, plan, options.minimum_share_percent, options.iterations, stop)
      .plan;
}

}  // namespace kontor::planning
