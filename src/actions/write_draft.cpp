#include "actions/write_draft.h"

#include "actions/change_log.h"
#include "store/missions.h"
#include "store/plans.h"
#include "store/store.h"

namespace kontor::actions {

std::optional<Refusal> write_draft(Context& context, const mission::Acting& acting,
                                   const Whole& seen, const mission::Plan& plan,
                                   const LogEntry& entry) {
  store::StoredPlan draft;
  draft.plan = plan;
  draft.plan.version = 0;
  draft.curve = seen.published.curve;
  draft.made_at = context.now();
  draft.made_by = acting.name;
  return context.store.write([&](sql::Connection& connection) -> std::optional<Refusal> {
    const auto state = store::read_served_state(connection);
    if (!state || state->id != seen.state.id || state->revision != seen.state.revision)
      return Conflict{"not_as_announced", "the mission changed meanwhile"};
    store::write_plan(connection, draft);
    log_change(context, connection, state->id, acting, entry.verb, entry.subject, entry.detail);
    return std::nullopt;
  });
}

}  // namespace kontor::actions
