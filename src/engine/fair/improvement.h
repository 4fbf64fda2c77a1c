#pragma once
#include "base/rng.h"
#include "engine/fair/network.h"
#include "engine/fair/timetable.h"

namespace kontor::engine::fair {

// Holds further meetings for more value, by ejection chains (Glover, "Ejection chains, reference
// structures and alternating path methods for traveling salesman problems", Discrete Applied
// Mathematics 65, 1996): a meeting takes a slot from the least worthy ones in its way, which look
// for another slot, or take one in turn. Looks only at meetings that can be part of a plan worth
// more than the present one: those whose worth less their prices falls short by less than `bound` −
// value (reduced cost fixing). At most `rounds` rounds; ends early when many rounds gained
// nothing, the value reaches `bound`, work in proportion to the meetings is done, more where the
// gap matters, or `stop` says so.
void improve_value(Timetable& timetable, const Prices& prices, std::int64_t bound, int rounds,
                   base::Rng& rng, const Stop& stop);

}  // namespace kontor::engine::fair
