#pragma once
#include <memory>

#include "base/time.h"
#include "mission/mission.h"
#include "mission/plan.h"
#include "planning/locate.h"
#include "planning/situation.h"

namespace kontor::planning {

// A published plan laid out for questions about changes, so that each need not translate it anew.
// Immutable; may be used from several threads.
struct Workbench {
  Workbench(std::shared_ptr<const mission::Mission> mission,
            std::shared_ptr<const mission::Plan> plan);

  std::shared_ptr<const mission::Mission> mission;
  std::shared_ptr<const mission::Plan> plan;
  Situation situation;
  const Translation& translation;  // the situation's
  const engine::timetable::Grid& grid;
  engine::timetable::Solution solution;  // the plan
  std::vector<NumberedAttendance> attendances;

  // When what starts is counted from, in minutes of the translation.
  int minute(base::Instant instant) const;
  // The placement of an activity; null: it has none.
  const mission::ActivityPlacement* placement(const mission::ActivityId& activity) const;
  base::Instant starts_at(const mission::ActivityPlacement& placement) const;
};

// A changed mission as the engine sees it, with the bench's plan in its numbers as the timetable
// before the change.
struct Layout {
  Translation translation;
  engine::timetable::Grid grid;
  engine::timetable::Solution before;
};

// Translates only what differs from the bench's mission where that can be, else all of it; the
// answers are the same.
Layout lay_out(const Workbench& bench, const mission::Mission& changed);

}  // namespace kontor::planning
