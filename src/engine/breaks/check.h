#pragma once
#include <string>
#include <vector>

#include "engine/breaks/problem.h"

namespace kontor::engine::breaks {

// What is wrong with a schedule: the broken rule and the numbers concerned, all from 0.
struct Violation {
  enum class Rule {
    WrongLength,       // first: number of slots given
    NoSuchSlot,        // first: meeting
    OutsideSession,    // first: meeting
    NotAtFixedSlot,    // first: meeting
    ForbiddenSlot,     // first: meeting, second: participant
    TwoAtOnce,         // first, second: meetings of one participant in one slot
    TooFewTables,      // first: slot, second: meetings in it
    PrecedenceBroken,  // first: the earlier meeting, second: the later
    Unfair,            // first: participant with the most breaks, second: with the fewest
  };
  Rule rule;
  int first = 0;
  int second = 0;
};

// The violations and the number of breaks of a schedule, recomputed from the definition. Shares no
// code with the search. `breaks` is 0 where a slot is missing or out of range.
struct Finding {
  std::vector<Violation> violations;
  std::vector<int> breaks_of;  // each participant
  int breaks = 0;
};

Finding check(const Problem& problem, const Schedule& schedule);

// The rule's name, in snake_case.
std::string name(Violation::Rule rule);

}  // namespace kontor::engine::breaks
