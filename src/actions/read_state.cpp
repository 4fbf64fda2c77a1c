#include "actions/read_state.h"

#include "actions/whole.h"
#include "store/missions.h"
#include "store/plans.h"
#include "store/store.h"

namespace kontor::actions {

std::optional<store::MissionState> read_state(Context& context) {
  return context.store.read(store::read_served_state);
}

std::optional<std::int64_t> data_version(Context& context) {
  return context.store.version();
}

Outcome<std::shared_ptr<const Whole>> read_whole(Context& context, const mission::Acting& acting) {
  if (!may(acting, Verb::PlanMission)) return std::unexpected(Denied{Verb::PlanMission});
  auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  return whole;
}

Outcome<store::StoredPlan> read_draft(Context& context, const mission::Acting& acting) {
  if (!may(acting, Verb::PlanMission)) return std::unexpected(Denied{Verb::PlanMission});
  return context.store.read([](sql::Connection& connection) -> Outcome<store::StoredPlan> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    auto draft = store::read_plan(connection, state->id, 0);
    if (!draft) return std::unexpected(Conflict{"no_draft", ""});
    return *std::move(draft);
  });
}

}  // namespace kontor::actions
