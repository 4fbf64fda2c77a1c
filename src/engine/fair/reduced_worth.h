#pragma once
#include "engine/fair/timetable.h"

namespace kontor::engine::fair {

// What `meeting` is worth beyond its prices, at most, in 1/price_scale points; where a must and a
// promise count what the timetable's weights say.
double reduced_worth(const Timetable& timetable, const Prices& prices, int meeting);

}  // namespace kontor::engine::fair
