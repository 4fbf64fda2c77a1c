#pragma once
#include <optional>
#include <vector>

#include "engine/timetable/repair.h"

namespace kontor::engine::timetable {

// What of `before` must stay: locked by the demand, or started before its `now`. Things that the
// problem no longer allows are only locked where the demand says so.
struct Locks {
  std::vector<char> activities;
  std::vector<char> meetings;
  std::vector<char> attendances;
};

Locks find_locks(const Problem& problem, const Grid& grid, const Solution& before,
                 const RepairDemand& demand);

// Whether `before` seats `meeting` where it may still be held, other meetings apart.
bool seating_possible(const Problem& problem, const Grid& grid, int meeting,
                      const Seating& seating);

// `grid` without the slots that start before `now`.
Grid from_now_on(const Grid& grid, int now);

}  // namespace kontor::engine::timetable
