#pragma once
#include <vector>

#include "base/issue.h"
#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::planning {

// Rules of protocol that no plan keeps while it holds these activities with those who must be
// there, the standing ones among them where and when they are. Minimal: without any one rule or
// activity, or once any standing one may move, the others can be kept.
struct Contradiction {
  std::vector<mission::RuleId> rules;  // one at least
  std::vector<mission::ActivityId> activities;
  std::vector<mission::ActivityId> standing{};
  bool minimal = true;  // false: the search could not settle whether fewer would do

  bool operator==(const Contradiction&) const = default;
};

struct RuleCheck {
  std::vector<Contradiction> contradictions;  // independent ones, at most five
  // Whether a programme was found that keeps all rules but those first in a contradiction; if not,
  // there may be more contradictions than were found within the limits of the search.
  bool settled = true;
};

// How long a search for one programme may take, in choices tried.
inline constexpr int most_choices_of_rules = 20'000;

// Whether the rules of a valid mission contradict each other and its programme. By an exhaustive
// search over starts, rooms and choices; what contradicts is minimised by deletion (Chinneck,
// Dravnieks, "Locating minimal infeasible constraint sets in linear programs", ORSA Journal on
// Computing 3, 1991). Where the search cannot settle all rules with the whole programme it looks
// at each day by itself, at each rule and at each two. What the activities ask for without rules
// is no contradiction of rules: such activities stay unplaced anyhow.
RuleCheck check_rules(const mission::Mission& mission, int most_choices = most_choices_of_rules);

// The same of rules that came after `plan` was made: with the activities that it holds, of which
// `standing` ones may not move, because they are locked or have begun.
RuleCheck check_rules(const mission::Mission& mission, const mission::Plan& plan,
                      const std::vector<mission::ActivityId>& standing,
                      int most_choices = most_choices_of_rules);

// In words: "Rules R3 always_with and R7 at_most_a_day contradict with …"; and, where the check is
// not settled, that the search found no more within its limits.
base::Issues in_words(const mission::Mission& mission, const RuleCheck& check);

}  // namespace kontor::planning
