#pragma once
#include <vector>

#include "engine/timetable/grid.h"

namespace kontor::engine::timetable {

// What the bound of bound.h looks at: a problem without duties and without travel but by coach.

// Somebody who may attend by wish, for points.
struct Guest {
  int person = 0;
  std::int64_t points = 0;
};

// One option of an activity.
struct Way {
  Instants instants;
  Instants ride_instants;
  int room = -1;
  int places = 0;
  int seats = 0;                 // in coaches of the city, for guests
  std::int64_t sure_points = 0;  // of wishes of those who may be on duty there
  std::vector<Guest> guests;
};

struct Relaxation {
  const Problem* problem = nullptr;
  const Grid* grid = nullptr;
  std::vector<std::vector<int>> meeting_slots;  // where both organisations may have somebody
  std::vector<std::vector<Way>> ways;           // of each activity
};

Relaxation relax(const Problem& problem, const Grid& grid);

}  // namespace kontor::engine::timetable
