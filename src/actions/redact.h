#pragma once
#include "actions/sight.h"
#include "store/stored.h"

namespace kontor::actions {

// A copy of `mission` without what the reader may not see; references to what is left out are
// emptied or dropped.
mission::Mission redact(const mission::Mission& mission, const Sight& sight);

// A copy of a plan of that mission likewise. A wish that is not granted because of a never that
// the reader may not know of reads not_available.
store::StoredPlan redact(const store::StoredPlan& stored, const Sight& sight);

}  // namespace kontor::actions
