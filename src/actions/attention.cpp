#include "actions/attention.h"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

#include "actions/whole.h"
#include "base/zone.h"
#include "mission/rule.h"
#include "store/letters.h"
#include "store/missions.h"
#include "store/sensitive.h"
#include "store/store.h"
#include "store/webhooks.h"

namespace kontor::actions {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int looked_at_letters = 500;
constexpr int looked_at_deliveries = 100;
constexpr int expiring_days = 30;

int days_until(base::LocalDate from, base::LocalDate to) {
  return static_cast<int>((sys_days(to) - sys_days(from)).count());
}

void count_letters(sql::Connection& connection, const mission::MissionId& mission, Attention& out) {
  for (const auto& letter : store::read_letters(
           connection, mission, std::numeric_limits<std::int64_t>::max(), looked_at_letters)) {
    out.letters_to_approve += letter.state == store::LetterState::Draft ? 1 : 0;
    out.letters_failed += letter.state == store::LetterState::Failed ? 1 : 0;
  }
}

void add_webhooks(sql::Connection& connection, const mission::MissionId& mission, Attention& out) {
  for (const auto& webhook : store::read_webhooks(connection, mission)) {
    const auto deliveries = store::read_deliveries(
        connection, webhook.id, std::numeric_limits<std::int64_t>::max(), looked_at_deliveries);
    const auto failed = std::ranges::count(deliveries, "failed", &store::Delivery::state);
    if (failed > 0 || !webhook.active)
      out.webhooks.push_back(
          {webhook.id, webhook.address, webhook.active, static_cast<int>(failed)});
  }
}

void add_expiring(sql::Connection& connection, const mission::MissionId& mission,
                  base::LocalDate today, Attention& out) {
  const base::LocalDate last = sys_days(today) + days(expiring_days);
  for (const auto& field : store::due_sensitive(connection, mission, last))
    out.expiring.push_back(
        {field.person, field.field, field.purge_on, days_until(today, field.purge_on)});
  std::ranges::sort(out.expiring, {}, [](const ExpiringField& field) {
    return std::tuple(field.purge_on, field.person, field.field);
  });
}

// Who wishes to attend, each once.
std::set<mission::PersonId> wishing(const mission::Mission& mission,
                                    const mission::ActivityId& activity) {
  std::set<mission::PersonId> out;
  for (const auto& wish : mission.wishes)
    if (wish.activity == activity && wish.level != mission::WishLevel::Never)
      out.insert(wish.person);
  return out;
}

void count_clearance(const mission::Rule& rule, const mission::Person& person,
                     MissingClearance& out) {
  const auto found = std::ranges::find(person.clearances, rule.site, &mission::Clearance::site);
  const auto status =
      found == person.clearances.end() ? mission::ClearanceStatus::Unknown : found->status;
  switch (status) {
    case mission::ClearanceStatus::Unknown:
      ++out.to_collect;
      break;
    case mission::ClearanceStatus::Refused:
      ++out.refused;
      break;
    case mission::ClearanceStatus::Filed:
      ++(found->filed_on && *found->filed_on <= out.deadline ? out.filed : out.late);
      break;
    case mission::ClearanceStatus::Cleared:
      ++out.late;
      break;
  }
}

void add_clearances(const Whole& whole, base::LocalDate today, Attention& out) {
  const mission::Mission& mission = whole.mission;
  for (const auto& rule : mission.rules) {
    if (rule.kind != mission::RuleKind::ClearanceNeeded) continue;
    for (const auto& placement : whole.published.plan.activities) {
      const auto activity =
          std::ranges::find(mission.activities, placement.activity, &mission::Activity::id);
      const base::LocalDate day = placement.starts_at.date;
      if (activity == mission.activities.end() || day < today || !covers(rule.scope, *activity))
        continue;
      const auto deadline = mission::working_days_before(day, rule.working_days, rule.holidays);
      MissingClearance missing{placement.activity,         0, 0, 0, 0, deadline,
                               days_until(today, deadline)};
      for (const auto& id : wishing(mission, placement.activity)) {
        const auto person = std::ranges::find(mission.people, id, &mission::Person::id);
        if (person != mission.people.end() && !mission::is_cleared(rule, *person, day))
          count_clearance(rule, *person, missing);
      }
      if (missing.to_collect + missing.filed + missing.refused + missing.late > 0)
        out.clearances.push_back(missing);
    }
  }
  std::ranges::sort(out.clearances, {}, &MissingClearance::deadline);
}

}  // namespace

Outcome<Attention> read_attention(Context& context, const mission::Acting& acting) {
  if (!may(acting, Verb::PlanMission)) return std::unexpected(Denied{Verb::PlanMission});
  const auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  const base::LocalDate today = base::to_local(context.now(), whole->mission.home_zone).date;
  Attention out;
  const store::MissionState& state = whole->state;
  out.facts_changed = state.published_version > 0 && state.published_input_hash != state.input_hash;
  add_clearances(*whole, today, out);
  context.store.read([&](sql::Connection& connection) {
    const auto now = store::read_served_state(connection);
    out.draft_waits = now && now->has_draft;
    count_letters(connection, state.id, out);
    add_webhooks(connection, state.id, out);
    add_expiring(connection, state.id, today, out);
  });
  return out;
}

}  // namespace kontor::actions
