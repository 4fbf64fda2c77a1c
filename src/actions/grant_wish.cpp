#include "actions/grant_wish.h"

#include <fmt/format.h>

#include "actions/publish_plan.h"
#include "actions/whole.h"
#include "actions/write_draft.h"

namespace kontor::actions {

namespace {

std::optional<Refusal> forbids(const mission::Acting& acting, const GrantOrder& order) {
  if (!may(acting, Verb::GrantWish)) return Denied{Verb::GrantWish};
  if (order.publication == Publication::Publish && !may(acting, Verb::PublishPlan))
    return Denied{Verb::PublishPlan};
  if (order.reason.find_first_not_of(" \t\n\r") == std::string::npos)
    return base::Issues{{"missing_field", "/", "", {{"field", "reason"}}, {}}};
  return std::nullopt;
}

Outcome<planning::Grant> announced(const Whole& whole, const GrantOrder& order) {
  const mission::Plan& plan = whole.published.plan;
  if (plan.version == 0) return std::unexpected(Conflict{"no_plan", ""});
  if (plan.input_hash != whole.state.input_hash)
    return std::unexpected(Conflict{"input_changed", "the plan is of other facts"});
  const planning::Situation situation(whole.mission, plan);
  const int wish = situation.wish(order.wish);
  if (wish < 0) return std::unexpected(Missing{"wish", order.wish.value});
  auto change = planning::cheapest_grant(situation, wish);
  if (!change || planning::digest_of(*change, plan) != order.token)
    return std::unexpected(Conflict{"not_as_announced", "ask again"});
  return *std::move(change);
}

}  // namespace

Outcome<Granted> grant_wish(Context& context, const mission::Acting& acting,
                            const GrantOrder& order) {
  if (auto refusal = forbids(acting, order)) return std::unexpected(*std::move(refusal));
  const auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  auto change = announced(*whole, order);
  if (!change) return std::unexpected(change.error());
  const LogEntry entry{Verb::GrantWish, "wish/" + order.wish.value,
                       fmt::format("{} (from plan/{}, {} people)", order.reason,
                                   whole->published.plan.version, change->people.size())};
  if (auto refusal = write_draft(context, acting, *whole, change->plan, entry))
    return std::unexpected(*std::move(refusal));
  Granted out{*std::move(change), 0};
  if (order.publication == Publication::Draft) return out;
  const auto published = publish_plan(context, acting);
  if (!published) return std::unexpected(published.error());
  out.version = published->version;
  return out;
}

}  // namespace kontor::actions
