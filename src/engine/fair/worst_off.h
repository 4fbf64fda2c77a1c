#pragma once
#include "base/rng.h"
#include "engine/fair/network.h"
#include "engine/fair/timetable.h"

namespace kontor::engine::fair {

// Serves the worst-off at no loss of value: exchanges meetings by ejection chains (ejection.h) as
// long as the shares of own wishes granted, sorted from the least, become larger in lexicographic
// order (leximin), first those of participants and, where these stay the same, the mean shares of
// groups. The worst-off are looked at first, and of their wishes those that `prices` allow in a
// plan of this value. Ends early when work in proportion to the meetings is done or `stop` says so.
void serve_worst_off(Timetable& timetable, const Prices& prices, std::int64_t bound, base::Rng& rng,
                     const Stop& stop);

}  // namespace kontor::engine::fair
