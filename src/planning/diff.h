#pragma once
#include <optional>
#include <vector>

#include "mission/mission.h"
#include "mission/plan.h"
#include "planning/agenda.h"

namespace kontor::planning {

// Where and when somebody does something; slot and table of a meeting.
struct Whereabouts {
  base::LocalDateTime starts_at;
  mission::RoomId room;
  mission::SessionId session;
  int slot = 0;
  int table = 0;
  mission::PersonId opposite;  // who sits there for the other organisation

  bool operator==(const Whereabouts&) const = default;
};

// One thing that somebody no longer does, newly does, or does elsewhere.
struct EngagementChange {
  EngagementKind kind = EngagementKind::Activity;
  mission::ActivityId activity;
  mission::OrganisationId with;  // whom they meet
  std::optional<Whereabouts> before;
  std::optional<Whereabouts> after;

  // Only the table or who sits opposite differs: nobody counts as disturbed by that.
  bool minor() const;
};

struct PersonChange {
  mission::PersonId person;
  std::vector<EngagementChange> changes;  // by kind, then key
};

// Everybody whose agenda differs between two plans, once, in the order of keys. The missions are
// those that the plans were made for.
std::vector<PersonChange> diff(const mission::Mission& mission_before, const mission::Plan& before,
                               const mission::Mission& mission_after, const mission::Plan& after);

}  // namespace kontor::planning
