#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/issue.h"
#include "mission/disruption.h"
#include "planning/workbench.h"

namespace kontor::planning {

// What becomes of the mission in one way of taking a disruption.
//   Only            there is but one way
//   Shifted         the delayed office's activities start later
//   WithoutOffice   they take place in time, without it
enum class Variant { Only, Shifted, WithoutOffice };

std::string_view word(Variant variant);

// A meeting that must be held, in that slot where one is given.
struct WantedMeeting {
  mission::OrganisationId first;
  mission::OrganisationId second;
  mission::SessionId session;
  int slot = -1;
};

struct Disrupted {
  Variant variant = Variant::Only;
  mission::Mission mission;
  std::vector<WantedMeeting> meetings;
  std::vector<std::pair<mission::PersonId, mission::ActivityId>> attendances;  // must be granted
  std::vector<mission::PersonId> newcomers;
};

// The ways of taking `disruption`, which becomes known at `now`; issues where it names what is not
// there, is over already, or makes the mission contradict itself.
base::Checked<std::vector<Disrupted>> disrupt(const Workbench& bench,
                                              const mission::Disruption& disruption,
                                              base::Instant now);

}  // namespace kontor::planning
