#pragma once
#include <memory>

#include "base/time.h"
#include "engine/timetable/grid.h"
#include "engine/timetable/solution.h"
#include "mission/mission.h"
#include "mission/plan.h"
#include "planning/translate.h"

namespace kontor::planning {

// A published plan laid out for questions about changes, so that each need not translate it anew.
// Immutable; may be used from several threads.
struct Workbench {
  Workbench(std::shared_ptr<const mission::Mission> mission,
            std::shared_ptr<const mission::Plan> plan);

  std::shared_ptr<const mission::Mission> mission;
  std::shared_ptr<const mission::Plan> plan;
  Translation translation;
  engine::timetable::Grid grid;
  engine::timetable::Solution solution;  // the plan

  // When what starts is counted from, in minutes of the translation.
  int minute(base::Instant instant) const;
  // The placement of an activity; null: it has none.
  const mission::ActivityPlacement* placement(const mission::ActivityId& activity) const;
  base::Instant starts_at(const mission::ActivityPlacement& placement) const;
};

// `plan` as the timetable before a change, in the numbers of the changed mission: what is no longer
// possible there stays in it as engine/timetable/repair.h wants it.
engine::timetable::Solution locate_before(const mission::Mission& changed,
                                          const Translation& translation,
                                          const mission::Plan& plan);

}  // namespace kontor::planning
