#pragma once
#include <algorithm>
#include <memory>
#include <vector>

#include "mission/disruption.h"
#include "planning/made_mission.h"
#include "planning/made_rules.h"
#include "planning/plan.h"
#include "planning/workbench.h"

namespace kontor::planning::testing {

// A small mission, every second with rules of protocol, and a plan of it.
inline Workbench make_bench(std::uint64_t seed) {
  auto mission = std::make_shared<mission::Mission>(make_mission(small, seed));
  if (seed % 2 == 1) add_rules(*mission, seed);
  auto plan = std::make_shared<mission::Plan>(make_plan(*mission, "before", {seed, 1500}, {}, {}));
  return {std::move(mission), std::move(plan)};
}

// Something of every kind that the mission allows.
inline std::vector<mission::Disruption> disruptions(const Workbench& bench) {
  const auto& mission = *bench.mission;
  const auto& plan = *bench.plan;
  std::vector<mission::Disruption> out;
  if (!plan.activities.empty()) {
    const auto& placement = plan.activities.front();
    out.push_back(mission::ActivityCancelled{placement.activity});
    out.push_back(mission::ActivityDelayed{placement.activity, 35});
    out.push_back(mission::ActivityMoved{
        placement.activity, base::plus_minutes(placement.starts_at, 60), {}});
  }
  if (!mission.offices.empty()) out.push_back(mission::OfficeDelayed{mission.offices[0].id, 35});
  if (!plan.meetings.empty()) {
    const auto& meeting = plan.meetings.front();
    out.push_back(mission::Withdrawal{meeting.second, {}});
    out.push_back(mission::Withdrawal{{}, meeting.first_person});
    out.push_back(mission::NoShow{meeting.second_person, meeting.session, meeting.slot});
    out.push_back(mission::TablesLost{meeting.session, 1});
    out.push_back(mission::MeetingMoved{meeting.first, meeting.second, meeting.session, 0});
  }
  mission::Rule apart;
  apart.id.value = "R-new";
  apart.kind = mission::RuleKind::NeverWith;
  apart.who.people = {mission.people.front().id};
  for (const auto& attendance : plan.attendances)
    if (attendance.person != apart.who.people.front() &&
        std::ranges::any_of(plan.attendances, [&](const auto& other) {
          return other.activity == attendance.activity && other.person == apart.who.people.front();
        }))
      apart.with.people = {attendance.person};
  if (!apart.with.empty()) out.push_back(mission::RuleAdded{apart});
  out.push_back(mission::RoomLost{mission.venues[0].rooms[0].id});
  if (mission.venues.size() > 1)
    out.push_back(mission::RoadClosed{mission.venues[0].id, mission.venues[1].id, 120});
  return out;
}

}  // namespace kontor::planning::testing
