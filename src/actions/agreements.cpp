#include "actions/agreements.h"

#include <algorithm>

#include "actions/change_log.h"
#include "actions/read_view.h"
#include "actions/whole.h"
#include "base/zone.h"
#include "store/missions.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

using mission::Agreement;
using mission::AgreementStatus;

constexpr std::size_t longest_reason = 500;

void apply_step(Agreement& agreement, const store::AgreementStep& step) {
  agreement.status = step.status;
  if (step.status == AgreementStatus::Signed) {
    agreement.signed_on = step.happened_on;
    agreement.signed_precision = "day";
  }
  if (step.status == AgreementStatus::Withdrawn)
    agreement.record.visibility = mission::Visibility::Sealed;
  if (step.status == AgreementStatus::Published)
    agreement.record.visibility = mission::Visibility::Public;
}

Agreement* find(mission::Mission& mission, const mission::AgreementId& id) {
  const auto found = std::ranges::find(mission.agreements, id, &Agreement::id);
  return found == mission.agreements.end() ? nullptr : &*found;
}

Ownership ownership(const mission::Acting& acting, const Agreement& agreement) {
  const bool own = acting.role == mission::Role::Adviser && !acting.agency.empty() &&
                   agreement.record.owner == acting.agency;
  return own ? Ownership::Own : Ownership::Foreign;
}

// A step back, and out, says why.
bool needs_reason(AgreementStatus from, AgreementStatus to) {
  return to == AgreementStatus::Withdrawn || from == AgreementStatus::Withdrawn ||
         static_cast<int>(to) < static_cast<int>(from);
}

base::Issue issue(std::string code, std::string path, std::string_view value,
                  std::map<std::string, std::string> parameters) {
  return {std::move(code), std::move(path), std::string(value), std::move(parameters), {}};
}

base::Issues faults_of(const Agreement& agreement, const WantedStep& wanted,
                       base::LocalDate today) {
  base::Issues issues;
  for (const std::string_view word : mission::hindrances(agreement, wanted.to))
    issues.push_back(issue("agreement_" + std::string(word), "/to", mission::word(wanted.to),
                           {{"from", std::string(mission::word(agreement.status))}}));
  if (needs_reason(agreement.status, wanted.to) && wanted.reason.empty())
    issues.push_back(issue("missing_field", "/reason", "", {{"field", "reason"}}));
  if (wanted.reason.size() > longest_reason)
    issues.push_back(issue("out_of_range", "/reason", "", {{"expected", "up to 500 bytes"}}));
  if (wanted.happened_on && wanted.to != AgreementStatus::Signed)
    issues.push_back(issue("out_of_range", "/happened_on", base::format(*wanted.happened_on),
                           {{"expected", "null: only a signature has a day"}}));
  if (wanted.happened_on && today < *wanted.happened_on)
    issues.push_back(issue("out_of_range", "/happened_on", base::format(*wanted.happened_on),
                           {{"expected", "a day up to " + base::format(today)}}));
  return issues;
}

// Where its ceremony is, else where the mission comes from.
std::string zone_of(const mission::Mission& mission, const Agreement& agreement) {
  const auto ceremony =
      std::ranges::find(mission.activities, agreement.ceremony, &mission::Activity::id);
  if (ceremony == mission.activities.end()) return mission.home_zone;
  const auto leg = std::ranges::find(mission.legs, ceremony->leg, &mission::Leg::id);
  return leg == mission.legs.end() ? mission.home_zone : leg->zone;
}

std::vector<store::AgreementStep> steps_of(const std::vector<store::AgreementStep>& steps,
                                           const mission::AgreementId& agreement) {
  std::vector<store::AgreementStep> found;
  std::ranges::copy_if(steps, std::back_inserter(found),
                       [&](const auto& step) { return step.agreement == agreement; });
  return found;
}

// In one transaction, with the agreement as it is now.
Outcome<void> write_step(Context& context, sql::Connection& connection,
                         const mission::Acting& acting, const WantedStep& wanted) {
  const auto state = store::read_served_state(connection);
  if (!state) return std::unexpected(Conflict{"no_mission", ""});
  const auto steps = store::read_agreement_steps(connection, state->id);
  mission::Mission mission = as_registered(*store::read_mission(connection, state->id), steps);
  const Agreement* agreement = find(mission, wanted.agreement);
  if (agreement == nullptr || !may(acting, Verb::KeepAgreements, ownership(acting, *agreement)))
    return std::unexpected(Missing{"agreement", wanted.agreement.value});
  if (agreement->status != wanted.from)
    return std::unexpected(Conflict{"agreement_moved_on", wanted.agreement.value});
  const base::LocalDate today = base::to_local(context.now(), zone_of(mission, *agreement)).date;
  if (auto issues = faults_of(*agreement, wanted, today); !issues.empty())
    return std::unexpected(std::move(issues));
  const auto own = steps_of(steps, wanted.agreement);
  store::AgreementStep step{wanted.agreement, static_cast<std::int64_t>(own.size()) + 1,
                            wanted.to,        wanted.happened_on,
                            wanted.reason,    context.now(),
                            acting.name};
  if (wanted.to == AgreementStatus::Signed && !step.happened_on) step.happened_on = today;
  store::add_agreement_step(connection, state->id, step);
  store::count_revision(connection, state->id);
  log_change(context, connection, state->id, acting, Verb::KeepAgreements, "agreements", "a step");
  return {};
}

}  // namespace

mission::Mission as_registered(const mission::Mission& mission,
                               const std::vector<store::AgreementStep>& steps) {
  mission::Mission registered = mission;
  for (const store::AgreementStep& step : steps)
    if (Agreement* agreement = find(registered, step.agreement)) apply_step(*agreement, step);
  for (Agreement& agreement : registered.agreements)
    if (agreement.confidentiality == mission::Confidentiality::Confidential)
      agreement.record.visibility = mission::Visibility::Sealed;
  return registered;
}

Outcome<Register> read_register(Context& context, const mission::Acting& acting) {
  if (reach(acting.role, Verb::KeepAgreements) == Reach::None)
    return std::unexpected(Denied{Verb::KeepAgreements});
  auto view = read_view(context, acting);
  if (!view) return std::unexpected(view.error());
  const auto whole = newest_whole(context);
  Register out{*view, {}};
  for (const Agreement& agreement : out.view->mission->agreements) {
    if (!may(acting, Verb::KeepAgreements, ownership(acting, agreement))) continue;
    Registered& one = out.agreements.emplace_back();
    one.agreement = agreement.id;
    one.steps = steps_of(whole->agreement_steps, agreement.id);
    for (const AgreementStatus status : mission::next_statuses(agreement.status))
      one.next.push_back({status, mission::hindrances(agreement, status)});
  }
  return out;
}

Outcome<void> step_agreement(Context& context, const mission::Acting& acting,
                             const WantedStep& wanted) {
  if (reach(acting.role, Verb::KeepAgreements) == Reach::None)
    return std::unexpected(Denied{Verb::KeepAgreements});
  return context.store.write(
      [&](sql::Connection& connection) { return write_step(context, connection, acting, wanted); });
}

}  // namespace kontor::actions
