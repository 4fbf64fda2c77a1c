#pragma once
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "planning/diff.h"
#include "store/stored.h"

namespace kontor::actions {

// The draft beside the published plan.
struct DraftComparison {
  store::StoredPlan draft;
  bool of_these_facts = true;  // false: the facts changed since; it cannot be published
  int disturbed = 0;           // people of whom more than a table or who sits opposite differs
  std::vector<planning::PersonChange> people;
};

// Refused: Denied, Conflict no_mission, no_draft.
Outcome<DraftComparison> compare_draft(Context& context, const mission::Acting& acting);

// Takes a version that was published before as the draft, to be compared and published like any
// other. Refused: Denied, Missing, Conflict no_mission, input_changed where it is of other facts
// than those stored.
Outcome<DraftComparison> restore_version(Context& context, const mission::Acting& acting,
                                         int version);

}  // namespace kontor::actions
