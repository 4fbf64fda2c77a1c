#pragma once
#include "engine/fair/timetable.h"

namespace kontor::engine::fair {

// Numbers the tables slot by slot such that as many as possible of those who met before in the
// session stay where they were: in every slot a largest matching of meetings with the last tables
// of their participants, by Karp and Sipser's rule ("Maximum matchings in sparse random graphs",
// FOCS 1981), which is exact for one seat each, where meetings and tables form paths and circles.
Plan number_tables(const Timetable& timetable);

}  // namespace kontor::engine::fair
