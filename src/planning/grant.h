#pragma once
#include <expected>
#include <functional>

#include "engine/timetable/repair.h"
#include "planning/difference.h"
#include "planning/situation.h"

namespace kontor::planning {

// A change of a plan that grants one more wish.
struct Grant {
  mission::Plan plan;         // as it would be, with its own value and the bound of before
  std::vector<Moved> people;  // everybody whose agenda changes, the wishing ones included
  int least_disturbed = 0;    // people whose engagements any such change alters at least: proven
  int disturbed = 0;          // people whose engagements this one alters
  std::vector<mission::WishId> lost;    // wishes that it gives up
  std::vector<mission::WishId> gained;  // wishes that it grants, this one among them
};

// The change that grants the wish of this number in the mission's list and alters the engagements
// of the fewest people, and of those the one whose plan is worth most (engine/timetable/repair.h).
// Else Impossible where no change of the plan can, proven: a never, an absence, a duty forbid it;
// or Unknown where the search ended before it knew, or knew only changes that give up an activity.
// An activity that is not held is held if it can be; none is given up. The same situation gives the
// same answer, if `stop`, which may be empty, never says so.
std::expected<Grant, engine::timetable::RepairStatus> cheapest_grant(
    const Situation& situation, int wish, const std::function<bool()>& stop = {});

// SHA-256 over what the change does, for whoever agrees to it: another plan or another change has
// another one.
std::string digest_of(const Grant& grant, const mission::Plan& before);

}  // namespace kontor::planning
