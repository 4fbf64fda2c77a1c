#pragma once
#include <optional>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "mission/plan.h"

namespace kontor::actions {

// What a version of the plan did to an activity: without `before` it was added, without `after`
// taken out.
struct ProgrammeChange {
  mission::ActivityId activity;
  std::optional<mission::ActivityPlacement> before;
  std::optional<mission::ActivityPlacement> after;
};

struct ProgrammeChanges {
  int version = 0;
  base::Instant at{};
  std::vector<ProgrammeChange> changes;  // never empty; by key
};

// What the latest published versions, at most `versions`, changed of the programme that everybody
// may know today, the latest first. A version that changed nothing of it is not told of. Refused:
// Denied where the mission is hidden from the public, Conflict no_mission.
Outcome<std::vector<ProgrammeChanges>> read_programme_changes(Context& context, int versions = 20);

}  // namespace kontor::actions
