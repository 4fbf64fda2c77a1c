#include "actions/redact_causes.h"

#include <algorithm>
#include <array>

#include "actions/rights.h"
#include "planning/why.h"

namespace kontor::actions {

namespace {

using mission::Cause;
using mission::ObstacleKind;

Cause cause_of(ObstacleKind kind) {
  switch (kind) {
    case ObstacleKind::Never:
      return Cause::ForbiddenByNever;
    case ObstacleKind::Duty:
    case ObstacleKind::Attendance:
      return Cause::ClashesWithActivity;
    case ObstacleKind::Meeting:
      return Cause::ClashesWithMeetings;
    case ObstacleKind::TablesFull:
      return Cause::TablesFull;
    case ObstacleKind::ActivityFull:
      return Cause::ActivityFull;
    case ObstacleKind::ActivityNotHeld:
    case ObstacleKind::RoomTaken:
    case ObstacleKind::SessionInRoom:
      return Cause::ActivityNotPlaced;
    case ObstacleKind::AudienceKind:
    case ObstacleKind::AudienceRegion:
    case ObstacleKind::AudienceSector:
      return Cause::NotEligible;
    case ObstacleKind::NoSession:
      return Cause::NoCommonSession;
    case ObstacleKind::Rule:
      return Cause::ForbiddenByRule;
    default:
      return Cause::NotAvailable;
  }
}

// The keys that mission::Unplaced names for a cause.
void add_details(const planning::Obstacle& obstacle, const mission::Wish& wish,
                 std::vector<std::string>& out) {
  const auto add = [&](const std::string& key) {
    if (!key.empty() && std::ranges::find(out, key) == out.end()) out.push_back(key);
  };
  add(obstacle.activity.value);
  if (obstacle.kind == ObstacleKind::TablesFull) add(obstacle.session.value);
  if (obstacle.kind == ObstacleKind::Never) add(wish.counterpart.value);
  if (obstacle.kind != ObstacleKind::Meeting) return;
  for (const auto& id : {obstacle.organisation, obstacle.other})
    if (id != wish.organisation && id != wish.counterpart) add(id.value);
}

}  // namespace

bool knows_every_cause(const mission::Acting& acting) {
  constexpr std::array matters{
      Matter::DelegationRecord, Matter::AgencyRecord, Matter::ProtocolRecord, Matter::SealedRecord,
      Matter::Attendance,       Matter::Meeting,      Matter::Wish,           Matter::Never,
      Matter::Absence,          Matter::Movement};
  return std::ranges::all_of(
      matters, [&](Matter matter) { return reach(acting.role, matter) == Reach::All; });
}

void redact_causes(const mission::Mission& seen_mission, mission::Plan& seen_plan) {
  if (seen_plan.unplaced.empty()) return;
  const mission::Plan plan = seen_plan;
  const planning::Situation situation(seen_mission, plan);
  for (mission::Unplaced& unplaced : seen_plan.unplaced) {
    const int wish = situation.wish(unplaced.wish);
    unplaced.cause = Cause::NotAvailable;
    unplaced.details.clear();
    if (wish < 0) continue;
    const auto found = planning::why(situation, wish, planning::Knowledge::Some);
    if (found.causes.empty()) continue;
    const Cause cause = cause_of(found.causes.front().kind);
    unplaced.cause = cause;
    for (const planning::Obstacle& obstacle : found.causes)
      if (cause_of(obstacle.kind) == cause && cause != Cause::NotAvailable)
        add_details(obstacle, seen_mission.wishes[wish], unplaced.details);
  }
}

}  // namespace kontor::actions
