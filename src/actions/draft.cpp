#include "actions/draft.h"

#include <algorithm>
#include <fmt/format.h>

#include "actions/read_state.h"
#include "actions/whole.h"
#include "actions/write_draft.h"
#include "store/plans.h"
#include "store/store.h"

namespace kontor::actions {

Outcome<DraftComparison> compare_draft(Context& context, const mission::Acting& acting) {
  auto draft = read_draft(context, acting);
  if (!draft) return std::unexpected(draft.error());
  const auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  DraftComparison out{*std::move(draft), true, 0, {}};
  out.of_these_facts = out.draft.plan.input_hash == whole->state.input_hash;
  out.people =
      planning::diff(whole->mission, whole->published.plan, whole->mission, out.draft.plan);
  out.disturbed = static_cast<int>(std::ranges::count_if(out.people, [](const auto& person) {
    return !std::ranges::all_of(person.changes, &planning::EngagementChange::minor);
  }));
  return out;
}

Outcome<DraftComparison> restore_version(Context& context, const mission::Acting& acting,
                                         int version) {
  if (!may(acting, Verb::PlanMission)) return std::unexpected(Denied{Verb::PlanMission});
  const auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  const auto old = context.store.read([&](sql::Connection& connection) {
    return version > 0 ? store::read_plan(connection, whole->state.id, version) : std::nullopt;
  });
  if (!old) return std::unexpected(Missing{"version", std::to_string(version)});
  if (old->plan.input_hash != whole->state.input_hash)
    return std::unexpected(Conflict{"input_changed", "the version is of other facts"});
  const LogEntry entry{Verb::PlanMission, "plan/0", fmt::format("version {} again", version)};
  if (auto refusal = write_draft(context, acting, *whole, old->plan, entry))
    return std::unexpected(*std::move(refusal));
  return compare_draft(context, acting);
}

}  // namespace kontor::actions
