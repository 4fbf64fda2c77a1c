#include "actions/plan_mission.h"

#include <fmt/format.h>

#include "actions/change_log.h"
#include "actions/plan_fairly.h"
#include "actions/whole.h"
#include "planning/plan.h"
#include "store/missions.h"
#include "store/plans.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

// Points where nothing changed but the time are left out.
void add_point(std::vector<store::CurvePoint>& curve, const planning::Progress& progress) {
  if (!curve.empty() && curve.back().value == progress.value &&
      curve.back().bound == progress.bound && progress.permille_done < 1000)
    return;
  curve.push_back({progress.permille_done, progress.value, progress.bound});
}

Outcome<store::StoredPlan> write(Context& context, const mission::Acting& acting,
                                 store::StoredPlan draft, const std::string& remark) {
  return context.store.write([&](sql::Connection& connection) -> Outcome<store::StoredPlan> {
    const auto state = store::read_served_state(connection);
    if (!state || state->id != draft.plan.mission || state->input_hash != draft.plan.input_hash)
      return std::unexpected(Conflict{"input_changed", "the mission was loaded anew meanwhile"});
    store::write_plan(connection, draft);
    log_change(context, connection, state->id, acting, Verb::PlanMission, "plan/draft",
               fmt::format("seed {}, value {}, bound {}{}", draft.plan.seed, draft.plan.score.value,
                           draft.plan.score.bound, remark));
    return std::move(draft);
  });
}

}  // namespace

Outcome<store::StoredPlan> plan_mission(
    Context& context, const mission::Acting& acting, const planning::Options& options,
    const std::function<bool()>& stop,
    const std::function<void(const planning::Progress&)>& on_progress) {
  if (!may(acting, Verb::PlanMission)) return std::unexpected(Denied{Verb::PlanMission});
  const auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  store::StoredPlan draft;
  const auto observe = [&](const planning::Progress& progress) {
    add_point(draft.curve, progress);
    if (on_progress) on_progress(progress);
  };
  planning::Options without = options;
  without.minimum_share_percent = 0;
  draft.plan = planning::make_plan(whole->mission, whole->state.input_hash, without, stop, observe);
  std::string remark;
  if (options.minimum_share_percent > 0) {
    auto minimum = planning::plan_with_minimum(
        whole->mission, draft.plan, options.minimum_share_percent, options.iterations, stop);
    remark = "; " + in_short(minimum);
    draft.plan = std::move(minimum.plan);
  }
  draft.plan.version = 0;
  draft.made_at = context.now();
  draft.made_by = acting.name;
  return write(context, acting, std::move(draft), remark);
}

}  // namespace kontor::actions
