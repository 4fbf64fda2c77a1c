#pragma once
#include "engine/timetable/causes.h"

namespace kontor::engine::timetable {

// A change by hand, tried with nothing else moved.
struct Trial {
  Causes in_the_way;        // what the change conflicts with; empty: it fits
  std::vector<int> people;  // whose engagements it alters, increasing
  // What the plan gains in points where those wishes in the way that can be given up are: of a full
  // slot, activity or coach the least. Counts each once; what else might take their place is not
  // looked for.
  std::int64_t points = 0;
};

// The meeting of this wish is held in `slot`, by whoever is hindered least. It may be held
// elsewhere before.
Trial try_meeting(const State& state, int meeting, int slot);

// The attendance wish, open so far, is granted at an activity that is held.
Trial try_attendance(const State& state, int wish);

// A held activity takes place as `option` says, which it need not have; whoever is there comes
// along, and so do its coaches. Whether those it keeps may be there on that day is not asked: of
// the rules of protocol only those of time can hinder.
Trial try_activity(const State& state, int activity, const Option& option);

}  // namespace kontor::engine::timetable
