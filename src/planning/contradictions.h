#pragma once
#include <vector>

#include "base/issue.h"
#include "mission/mission.h"

namespace kontor::planning {

// Rules of protocol that no plan keeps while it holds these activities with those who must be
// there. Minimal: without any one of the rules or activities the others can be kept.
struct Contradiction {
  std::vector<mission::RuleId> rules;  // one at least
  std::vector<mission::ActivityId> activities;

  bool operator==(const Contradiction&) const = default;
};

// The contradictions of a valid mission, independent ones, at most five. Found by an exhaustive
// search over starts, rooms and choices, minimised by deletion (Chinneck, Dravnieks, "Locating
// minimal infeasible constraint sets in linear programs", ORSA Journal on Computing 3, 1991). What
// the activities ask for without rules is no contradiction of rules: such activities stay unplaced
// anyhow. What the search could not settle in time is not reported.
std::vector<Contradiction> contradictions(const mission::Mission& mission);

// In words: "R3 always_with, R7 at_most_a_day and activities A12 and A14 contradict …".
base::Issues in_words(const mission::Mission& mission,
                      const std::vector<Contradiction>& contradictions);

}  // namespace kontor::planning
