#include "actions/whole.h"

#include "base/check.h"
#include "planning/presence.h"
#include "store/agreements.h"
#include "store/missions.h"
#include "store/plans.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

std::shared_ptr<const Whole> read(sql::Connection& connection) {
  const auto state = store::read_served_state(connection);
  if (!state) return nullptr;
  auto mission = store::read_mission(connection, state->id);
  CHECK(mission.has_value());
  auto whole = std::make_shared<Whole>();
  whole->state = *state;
  whole->mission = *std::move(mission);
  whole->versions = store::read_versions(connection, state->id);
  whole->agreement_steps = store::read_agreement_steps(connection, state->id);
  whole->published.plan.mission = state->id;
  if (state->published_version == 0) return whole;
  auto published = store::read_plan(connection, state->id, state->published_version);
  CHECK(published.has_value());
  whole->published = *std::move(published);
  whole->published.plan.presence = planning::presence(whole->mission, whole->published.plan);
  return whole;
}

}  // namespace

std::shared_ptr<const Whole> newest_whole(Context& context) {
  const auto state = context.store.read(store::read_served_state);
  if (!state) return nullptr;
  if (auto kept = context.views.whole(state->id, state->revision)) return kept;
  auto whole = context.store.read(read);
  if (whole) context.views.keep(whole);
  return whole;
}

}  // namespace kontor::actions
