#include <algorithm>

#include "cli/demo/draft.h"

namespace kontor::cli::demo {

namespace {

// How far a delegate has come, in a thousand: cleared, filed and not yet answered, refused; nothing
// is known of the others.
constexpr int cleared = 820, filed = 100, refused = 40;

mission::Clearance drawn(const std::string& site, base::LocalDate deadline, base::Rng& rng) {
  using mission::ClearanceStatus;
  const int draw = rng.between(0, 999);
  mission::Clearance out{site, ClearanceStatus::Unknown, {}};
  if (draw >= cleared + filed + refused) return out;
  out.status = draw < cleared           ? ClearanceStatus::Cleared
               : draw < cleared + filed ? ClearanceStatus::Filed
                                        : ClearanceStatus::Refused;
  // One in twenty files a few days too late.
  const int days = rng.chance(50) ? rng.between(1, 6) : -rng.between(0, 12);
  out.filed_on = base::LocalDate(std::chrono::sys_days(deadline) + std::chrono::days(days));
  return out;
}

// Of the invented people who wish for an activity of the rule.
void add_clearances(Draft& draft, const mission::Rule& rule, base::Rng& rng) {
  for (const mission::Activity& activity : draft.mission.activities) {
    const auto& earliest = activity.effective_timing().earliest;
    if (!earliest || !mission::covers(rule.scope, activity)) continue;
    const auto deadline =
        mission::working_days_before(earliest->date, rule.working_days, rule.holidays);
    for (mission::Person& person : draft.mission.people) {
      const bool wishes = std::ranges::any_of(draft.mission.wishes, [&](const auto& wish) {
        return wish.person == person.id && wish.activity == activity.id;
      });
      if (wishes && person.record.invented)
        person.clearances.push_back(drawn(rule.site, deadline, rng));
    }
  }
}

}  // namespace

void add_rules(Draft& draft) {
  base::Rng rng = draft.stream(Stream::Rules);
  for (mission::Rule rule : draft.settings.rules) {
    rule.record.invented = true;
    rule.record.visibility = mission::Visibility::Protocol;
    if (rule.kind == mission::RuleKind::ClearanceNeeded) add_clearances(draft, rule, rng);
    draft.mission.rules.push_back(std::move(rule));
  }
}

}  // namespace kontor::cli::demo
