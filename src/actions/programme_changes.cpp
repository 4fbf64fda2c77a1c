#include "actions/programme_changes.h"

#include <map>

#include "actions/redact.h"
#include "actions/whole.h"
#include "store/plans.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

using Placements = std::map<mission::ActivityId, mission::ActivityPlacement>;

// Of the activities that everybody may know.
Placements public_placements(const Whole& whole, const mission::Plan& plan) {
  const Sight sight(mission::Acting{}, whole.mission, plan);
  Placements out;
  for (mission::ActivityPlacement one : plan.activities) {
    if (!sight.sees(one.activity)) continue;
    if (!sight.sees(one.room)) one.room = {};
    out[one.activity] = one;
  }
  return out;
}

std::vector<ProgrammeChange> changes_between_plans(const Placements& before,
                                                   const Placements& after) {
  std::map<mission::ActivityId, ProgrammeChange> changes;
  for (const auto& [id, one] : before) changes[id] = {id, one, std::nullopt};
  for (const auto& [id, one] : after) {
    changes[id].activity = id;
    changes[id].after = one;
  }
  std::vector<ProgrammeChange> out;
  for (auto& [id, change] : changes)
    if (change.before != change.after) out.push_back(std::move(change));
  return out;
}

}  // namespace

Outcome<std::vector<ProgrammeChanges>> read_programme_changes(Context& context, int versions) {
  const auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  const Sight sight(mission::Acting{}, whole->mission, whole->published.plan);
  if (!sight.sees(whole->mission)) return std::unexpected(Denied{Verb::ReadMission});
  std::vector<ProgrammeChanges> out;
  Placements after = public_placements(*whole, whole->published.plan);
  const std::size_t most = std::min(whole->versions.size(), static_cast<std::size_t>(versions));
  for (std::size_t i = 0; i < most; ++i) {
    const bool first = i + 1 == whole->versions.size();
    if (first) break;  // the first version changes nothing
    const auto plan = context.store.read([&](sql::Connection& connection) {
      return store::read_plan(connection, whole->state.id, whole->versions[i + 1].version);
    });
    if (!plan) break;
    Placements before = public_placements(*whole, plan->plan);
    auto changes = changes_between_plans(before, after);
    if (!changes.empty())
      out.push_back(
          {whole->versions[i].version, whole->versions[i].published_at, std::move(changes)});
    after = std::move(before);
  }
  return out;
}

}  // namespace kontor::actions
