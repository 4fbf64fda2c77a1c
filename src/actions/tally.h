#pragma once
#include "actions/sight.h"
#include "actions/view.h"

namespace kontor::actions {

// The sums of a view, from the whole mission and plan: activities, session_meetings, organisations,
// people, fairness and totals, each as far as the reader may know it.
void tally(const mission::Mission& mission, const mission::Plan& plan, const Sight& sight,
           View& view);

}  // namespace kontor::actions
