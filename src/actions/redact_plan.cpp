#include <algorithm>

#include "actions/redact.h"

namespace kontor::actions {

namespace {

// Copies of those items that `keep` holds true of.
template <class Item, class Keep>
std::vector<Item> kept(const std::vector<Item>& items, Keep keep) {
  std::vector<Item> out;
  std::ranges::copy_if(items, std::back_inserter(out), keep);
  return out;
}

std::vector<mission::Meeting> meetings_seen(const mission::Plan& plan, const Sight& sight) {
  std::vector<mission::Meeting> meetings =
      kept(plan.meetings, [&](const mission::Meeting& m) { return sight.sees_meeting(m); });
  for (mission::Meeting& meeting : meetings)
    std::erase_if(meeting.wishes, [&](const mission::WishId& id) { return !sight.sees(id); });
  return meetings;
}

std::vector<mission::Attendance> attendances_seen(const mission::Plan& plan, const Sight& sight) {
  std::vector<mission::Attendance> attendances =
      kept(plan.attendances, [&](const mission::Attendance& attendance) {
        return sight.sees_attendance(attendance.activity, attendance.person);
      });
  for (mission::Attendance& attendance : attendances)
    if (!sight.sees(attendance.wish)) attendance.wish = {};
  return attendances;
}

// The times, and nothing of why, of those whose being there is seen; of coaches that take one of
// them.
std::vector<mission::Presence> presence_seen(const mission::Plan& plan, const mission::Plan& seen) {
  return kept(plan.presence, [&](const mission::Presence& one) {
    return std::ranges::any_of(seen.attendances, [&](const mission::Attendance& attendance) {
      return attendance.activity == one.activity &&
             (one.person.empty() ? !attendance.coach.empty() : attendance.person == one.person);
    });
  });
}

// What stands in the way of a wish may be on the other side's agenda: of activities and meetings
// only those stay that are on an agenda which the reader sees.
bool detail_seen(const std::string& key, mission::Cause cause, const mission::Plan& seen,
                 const Sight& sight) {
  switch (cause) {
    case mission::Cause::ForbiddenByNever:
      return sight.sees(mission::OrganisationId{key});
    case mission::Cause::ForbiddenByRule:
      return true;  // keys of rules
    case mission::Cause::ClashesWithActivity:
      return std::ranges::any_of(seen.attendances, [&](const mission::Attendance& attendance) {
        return attendance.activity.value == key;
      });
    case mission::Cause::ClashesWithMeetings:
      return std::ranges::any_of(seen.meetings, [&](const mission::Meeting& meeting) {
        return meeting.first.value == key || meeting.second.value == key;
      });
    default:
      return sight.sees(mission::ActivityId{key}) || sight.sees(mission::SessionId{key});
  }
}

// `seen` holds the attendances and meetings that the reader sees.
std::vector<mission::Unplaced> unplaced_seen(const mission::Plan& plan, const mission::Plan& seen,
                                             const Sight& sight) {
  std::vector<mission::Unplaced> out;
  for (mission::Unplaced unplaced : plan.unplaced) {
    const mission::Wish* wish = sight.index().wish(unplaced.wish);
    if (wish == nullptr || !sight.sees(*wish)) continue;
    if (unplaced.cause == mission::Cause::ForbiddenByNever && !wish->counterpart.empty() &&
        !sight.sees_never(wish->organisation, wish->counterpart)) {
      unplaced.cause = mission::Cause::NotAvailable;
      unplaced.details.clear();
    }
    if (unplaced.cause == mission::Cause::ForbiddenByRule && !sight.may(Matter::Movement)) {
      unplaced.cause = mission::Cause::NotAvailable;
      unplaced.details.clear();
    }
    std::erase_if(unplaced.details, [&](const std::string& key) {
      return !detail_seen(key, unplaced.cause, seen, sight);
    });
    out.push_back(std::move(unplaced));
  }
  return out;
}

mission::Plan redact_plan(const mission::Plan& plan, const Sight& sight) {
  mission::Plan seen;
  seen.mission = plan.mission;
  seen.version = plan.version;
  seen.seed = plan.seed;
  seen.score = plan.score;
  if (sight.may(Matter::Proof)) {
    seen.input_hash = plan.input_hash;
    seen.certificate = plan.certificate;
  }
  seen.activities = kept(plan.activities, [&](const mission::ActivityPlacement& placement) {
    return sight.sees(placement.activity);
  });
  for (mission::ActivityPlacement& placement : seen.activities)
    if (!sight.sees(placement.room)) placement.room = {};
  seen.attendances = attendances_seen(plan, sight);
  seen.presence = presence_seen(plan, seen);
  seen.meetings = meetings_seen(plan, sight);
  seen.waiting = kept(plan.waiting, [&](const mission::Waiting& waiting) {
    return sight.sees_attendance(waiting.activity, waiting.person);
  });
  seen.unplaced = unplaced_seen(plan, seen, sight);
  seen.unplaced_activities =
      kept(plan.unplaced_activities, [&](const mission::ActivityId& id) { return sight.sees(id); });
  return seen;
}

}  // namespace

store::StoredPlan redact(const store::StoredPlan& stored, const Sight& sight) {
  store::StoredPlan seen;
  seen.plan = redact_plan(stored.plan, sight);
  seen.curve = stored.curve;
  seen.verification = stored.verification;
  if (seen.verification && !sight.may(Matter::Proof)) seen.verification->faults.clear();
  seen.made_at = stored.made_at;
  if (sight.may(Matter::OfficeNote)) seen.made_by = stored.made_by;
  return seen;
}

}  // namespace kontor::actions
