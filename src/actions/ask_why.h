#pragma once
#include <memory>
#include <optional>
#include <string>

#include "actions/context.h"
#include "actions/outcome.h"
#include "actions/view.h"
#include "planning/grant.h"
#include "planning/why.h"

namespace kontor::actions {

// Why a wish is not in the published plan, as one reader may know it.
struct WhyAnswer {
  std::shared_ptr<const View> view;  // what the answer speaks of
  planning::Why why;
  // Whether the reader may know every cause. If not, the answer is made from the view alone, so it
  // cannot tell of anything else, and no change is offered: whom it moves would tell.
  bool complete = false;
  std::optional<planning::Grant> change;  // for those who may grant wishes
  // How the search for it ended; nothing where it is not the reader's to ask.
  std::optional<engine::timetable::RepairStatus> change_status;
  std::string token;  // agrees to that change; see grant_wish
};

// Refused: Denied, Missing for wishes that are not there or not the reader's to know, Conflict
// no_mission or no_plan.
Outcome<WhyAnswer> ask_why(Context& context, const mission::Acting& acting,
                           const mission::WishId& wish);

}  // namespace kontor::actions
