#include "actions/plan_fairly.h"

#include <fmt/format.h>

#include "actions/whole.h"
#include "actions/write_draft.h"
#include "planning/plan.h"

namespace kontor::actions {

namespace {

Outcome<std::shared_ptr<const Whole>> plannable(Context& context, const mission::Acting& acting) {
  if (!may(acting, Verb::PlanMission)) return std::unexpected(Denied{Verb::PlanMission});
  auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  const mission::Plan& plan = whole->published.plan;
  if (plan.version == 0) return std::unexpected(Conflict{"no_plan", ""});
  if (plan.input_hash != whole->state.input_hash)
    return std::unexpected(Conflict{"input_changed", "the plan is of other facts"});
  return whole;
}

planning::FairnessMinimum price(const Whole& whole, int percent,
                                const std::function<bool()>& stop) {
  return planning::plan_with_minimum(whole.mission, whole.published.plan, percent,
                                     planning::Options().iterations, stop);
}

}  // namespace

Outcome<planning::FairnessMinimum> price_minimum(Context& context, const mission::Acting& acting,
                                                 int percent, const std::function<bool()>& stop) {
  const auto whole = plannable(context, acting);
  if (!whole) return std::unexpected(whole.error());
  return price(**whole, percent, stop);
}

Outcome<planning::FairnessMinimum> plan_fairly(Context& context, const mission::Acting& acting,
                                               int percent, const std::string& reason,
                                               const std::function<bool()>& stop) {
  const auto whole = plannable(context, acting);
  if (!whole) return std::unexpected(whole.error());
  if (reason.find_first_not_of(" \t\n\r") == std::string::npos)
    return std::unexpected(base::Issues{{"missing_field", "/", "", {{"field", "reason"}}, {}}});
  auto minimum = price(**whole, percent, stop);
  const LogEntry entry{Verb::PlanMission, "plan/draft",
                       fmt::format("{} (from plan/{}, {})", reason,
                                   (*whole)->published.plan.version, in_short(minimum))};
  if (auto refusal = write_draft(context, acting, **whole, minimum.plan, entry))
    return std::unexpected(*std::move(refusal));
  return minimum;
}

std::string in_short(const planning::FairnessMinimum& minimum) {
  return fmt::format("minimum {} % {}; {} wishes and {} points lost", minimum.percent,
                     minimum.attained ? "attained" : "not attained", minimum.wishes_lost,
                     minimum.points_lost);
}

}  // namespace kontor::actions
