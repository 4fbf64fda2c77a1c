#include "planning/rides.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "base/zone.h"
#include "planning/numbers.h"
#include "planning/presence.h"

namespace kontor::planning {

namespace {

mission::VenueId venue_with(const mission::Mission& mission, const mission::RoomId& room) {
  for (const auto& venue : mission.venues)
    if (find(venue.rooms, room) != nullptr) return venue.id;
  return {};
}

// The ride to a placed activity without its coach.
std::optional<Ride> ride_to(const mission::Mission& mission, const mission::Plan& plan,
                            const mission::ActivityPlacement& placement) {
  const auto* activity = find(mission.activities, placement.activity);
  const auto* leg = activity == nullptr ? nullptr : find(mission.legs, activity->leg);
  if (leg == nullptr || !activity->by_coach) return std::nullopt;
  Ride out;
  out.activity = activity->id;
  out.boards_at = activity->boards_at.empty() ? leg->hub : activity->boards_at;
  if (out.boards_at.empty()) return std::nullopt;
  const std::chrono::minutes way(
      way_minutes(mission, out.boards_at, venue_with(mission, placement.room)));
  const base::Instant start = base::to_instant(placement.starts_at, leg->zone);
  const mission::Presence longer = presence_of(plan, activity->id, {});
  out.departs_at =
      base::to_local(start - way - std::chrono::minutes(longer.early_minutes), leg->zone);
  out.returns_at = base::to_local(
      start + way + std::chrono::minutes(placement.minutes + longer.late_minutes), leg->zone);
  return out;
}

}  // namespace

int way_minutes(const mission::Mission& mission, const mission::VenueId& from,
                const mission::VenueId& to) {
  if (!from.empty() && from == to) return 0;
  for (const auto& time : mission.travel_times)
    if ((time.from == from && time.to == to) || (time.from == to && time.to == from))
      return time.minutes + mission.travel_buffer_minutes;
  return mission.default_travel_minutes + mission.travel_buffer_minutes;
}

std::vector<Ride> rides(const mission::Mission& mission, const mission::Plan& plan) {
  std::map<std::pair<mission::ActivityId, mission::CoachId>, Ride> found;
  for (const auto& attendance : plan.attendances) {
    if (find(mission.coaches, attendance.coach) == nullptr) continue;
    const auto placement = std::ranges::find(plan.activities, attendance.activity,
                                             &mission::ActivityPlacement::activity);
    if (placement == plan.activities.end()) continue;
    auto [at, fresh] = found.try_emplace({attendance.activity, attendance.coach});
    if (fresh) {
      const auto ride = ride_to(mission, plan, *placement);
      if (ride) at->second = *ride;
      at->second.coach = attendance.coach;
    }
    at->second.passengers.push_back(attendance.person);
  }
  std::vector<Ride> out;
  for (auto& [where, ride] : found)
    if (!ride.activity.empty()) out.push_back(std::move(ride));
  std::ranges::stable_sort(out, {},
                           [](const Ride& ride) { return std::tie(ride.departs_at, ride.coach); });
  return out;
}

}  // namespace kontor::planning
