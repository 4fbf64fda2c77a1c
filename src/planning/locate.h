#pragma once
#include "engine/timetable/solution.h"
#include "mission/plan.h"
#include "planning/translate.h"

namespace kontor::planning {

// What becomes of whatever of a plan has no counterpart in a translation.
enum class Gone {
  LeaveOut,
  // As engine/timetable/repair.h wants the timetable before a change: whoever is at an activity
  // that is not located there had a duty, and a meeting in a slot that is no more stands behind the
  // last slot.
  Keep,
};

// `plan` as a solution of `translation`.
engine::timetable::Solution locate(const mission::Mission& mission, const Translation& translation,
                                   const mission::Plan& plan, Gone gone = Gone::LeaveOut);

// An attendance of a plan by numbers: its wish is that of the problem's attendances; wish and coach
// are -1 where there is none.
struct NumberedAttendance {
  int activity = 0;
  int person = 0;
  int wish = -1;
  int coach = -1;
};

// Those of whom activity and person are known.
std::vector<NumberedAttendance> number_attendances(const mission::Mission& mission,
                                                   const Translation& translation,
                                                   const mission::Plan& plan);

// `located`, which locate() made with Gone::Keep of `attendances`, as it would be where only
// `activities` differ: translate.h, retranslate().
engine::timetable::Solution relocate(const mission::Mission& mission,
                                     const Retranslation& retranslation, const mission::Plan& plan,
                                     engine::timetable::Solution located,
                                     const std::vector<NumberedAttendance>& attendances);

}  // namespace kontor::planning
