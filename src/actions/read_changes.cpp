#include "actions/read_changes.h"

#include <algorithm>
#include <limits>

#include "actions/change_parts.h"
#include "actions/undoable.h"
#include "store/changes.h"
#include "store/missions.h"
#include "store/plans.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

std::vector<std::int64_t> undoable(sql::Connection& connection, const mission::Acting& acting,
                                   const store::MissionState& state) {
  std::vector<std::int64_t> out;
  if (!may(acting, Verb::ApplyChange)) return out;
  for (const Undoable& change : undoables(connection, state.id))
    if (change.undo.author == acting.name) out.push_back(change.number);
  return out;
}

// Of two versions of the plan; a version that is not there is an empty plan.
std::vector<planning::PersonChange> differences(sql::Connection& connection, const Whole& whole,
                                                const store::Change& change) {
  const auto plan = [&](int version) {
    auto found = store::read_plan(connection, whole.state.id, version);
    return found && version > 0 ? std::move(found->plan) : mission::Plan{};
  };
  return planning::diff(whole.mission, plan(change.version_before), whole.mission,
                        plan(change.version_after));
}

}  // namespace

Outcome<ChangePage> read_changes(Context& context, const mission::Acting& acting,
                                 std::optional<std::int64_t> before, int limit) {
  if (!may(acting, Verb::ReadChanges)) return std::unexpected(Denied{Verb::ReadChanges});
  const int most = std::clamp(limit, 1, 1000);
  return context.store.read([&](sql::Connection& connection) -> Outcome<ChangePage> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    ChangePage page;
    page.changes = store::read_changes(
        connection, state->id, before.value_or(std::numeric_limits<std::int64_t>::max()), most);
    if (!page.changes.empty() && page.changes.back().number > 1)
      page.next = page.changes.back().number;
    page.undoable = undoable(connection, acting, *state);
    return page;
  });
}

Outcome<ChangePage> read_changes_since(Context& context, const mission::Acting& acting,
                                       std::int64_t since, int limit) {
  if (!may(acting, Verb::ReadChanges)) return std::unexpected(Denied{Verb::ReadChanges});
  const int most = std::clamp(limit, 1, 1000);
  return context.store.read([&](sql::Connection& connection) -> Outcome<ChangePage> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    ChangePage page{store::read_changes_since(connection, state->id, since, most), {}, {}};
    page.undoable = undoable(connection, acting, *state);
    if (!page.changes.empty()) page.next = page.changes.back().number;
    return page;
  });
}

Outcome<ChangeConsequences> read_change(Context& context, const mission::Acting& acting,
                                        std::int64_t number) {
  if (!may(acting, Verb::ReadChanges)) return std::unexpected(Denied{Verb::ReadChanges});
  const auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  ChangeProposal seen;
  auto change = context.store.read([&](sql::Connection& connection) {
    auto found = store::read_change(connection, whole->state.id, number);
    if (found && found->version_after > 0) seen.people = differences(connection, *whole, *found);
    return found;
  });
  if (!change) return std::unexpected(Missing{"change", std::to_string(number)});
  redact(seen, Sight(acting, whole->mission, whole->published.plan));
  return ChangeConsequences{*std::move(change), std::move(seen.people)};
}

std::int64_t last_change(Context& context) {
  return context.store.read([](sql::Connection& connection) {
    const auto state = store::read_served_state(connection);
    return state ? store::last_change(connection, state->id) : 0;
  });
}

}  // namespace kontor::actions
