#include "actions/publish_plan.h"

#include <fmt/format.h>

#include "actions/change_log.h"
#include "actions/event_log.h"
#include "actions/whole.h"
#include "planning/verify.h"
#include "store/missions.h"
#include "store/plans.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

using Draft = std::optional<store::StoredPlan>;

// The draft as a version that verifies, or why it may not be published.
Outcome<store::StoredPlan> verified(Context& context, const mission::Acting& acting,
                                    const Whole& whole, store::StoredPlan draft) {
  if (draft.plan.input_hash != whole.state.input_hash)
    return std::unexpected(Conflict{"input_changed", "the draft is of other facts"});
  const base::Issues faults = planning::verify(whole.mission, draft.plan, whole.state.input_hash);
  if (!faults.empty()) {
    std::string detail;
    for (const base::Issue& fault : faults) detail += base::sentence(fault) + "\n";
    return std::unexpected(Conflict{"not_verified", detail});
  }
  draft.plan.version = whole.state.published_version + 1;
  draft.made_at = context.now();
  draft.made_by = acting.name;
  draft.verification = store::Verification{true, context.now(), {}};
  return draft;
}

// Writes it if mission and draft are still those that were verified.
Outcome<store::PlanVersion> write(Context& context, const mission::Acting& acting,
                                  const store::MissionState& verified_state,
                                  const store::StoredPlan& version) {
  return context.store.write([&](sql::Connection& connection) -> Outcome<store::PlanVersion> {
    const auto state = store::read_served_state(connection);
    if (!state || state->id != verified_state.id || state->revision != verified_state.revision)
      return std::unexpected(Conflict{"input_changed", "the mission changed meanwhile"});
    const mission::Plan& plan = version.plan;
    store::write_plan(connection, version);
    store::delete_draft(connection, state->id);
    store::count_revision(connection, state->id);
    log_change(context, connection, state->id, acting, Verb::PublishPlan,
               fmt::format("plan/{}", plan.version),
               fmt::format("value {}, bound {}", plan.score.value, plan.score.bound),
               {state->published_version, plan.version});
    log_event(context, connection, Published{plan.version});
    return store::PlanVersion{plan.version, version.made_at, version.made_by, plan.score.value,
                              plan.score.bound};
  });
}

}  // namespace

Outcome<store::PlanVersion> publish_plan(Context& context, const mission::Acting& acting) {
  if (!may(acting, Verb::PublishPlan)) return std::unexpected(Denied{Verb::PublishPlan});
  const auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  Draft draft = context.store.read([&](sql::Connection& connection) {
    return store::read_plan(connection, whole->state.id, 0);
  });
  if (!draft) return std::unexpected(Conflict{"no_draft", ""});
  const auto version = verified(context, acting, *whole, *std::move(draft));
  if (!version) return std::unexpected(version.error());
  auto published = write(context, acting, whole->state, *version);
  if (published) deliver_events(context);
  return published;
}

}  // namespace kontor::actions
