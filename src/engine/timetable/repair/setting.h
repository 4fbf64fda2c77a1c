#pragma once
#include <utility>
#include <vector>

#include "engine/timetable/repair/before.h"
#include "engine/timetable/repair/frame.h"
#include "engine/timetable/repair/locks.h"

namespace kontor::engine::timetable {

// All that a repair is about, whatever the frame. `open` is the grid for what is new, without the
// slots of the past.
struct Task {
  const Problem& problem;
  const Grid& grid;
  Grid open;
  const Solution& solution;  // of before
  Before before;
  Locks locks;
  const RepairDemand& demand;
  std::vector<std::vector<char>> called;  // [activity][person]: required or one of everyone

  int activities() const { return static_cast<int>(problem.activities.size()); }
  int people() const { return static_cast<int>(problem.people.size()); }
  int weight(int person) const { return before.counts(person) ? 1 : 0; }
};

// The lists of who is called to each activity, for quick asking.
std::vector<std::vector<char>> who_is_called(const Problem& problem);

// What follows from a frame for each person, before it is chosen whom to disturb.
struct Setting {
  Frame frame;
  bool possible = true;                  // what is locked goes with the frame
  std::vector<char> forced;              // people who cannot keep what they did, and newcomers
  std::vector<std::vector<Stay>> bound;  // of each person: duties, and what is locked
  std::vector<std::vector<Stay>> day;    // of each person not forced: all that they keep
  std::vector<std::vector<int>> guests;  // of each activity: wishes kept by whoever is undisturbed
  std::vector<int> uncalled;  // of each activity: on duty by a rule of protocol, taking a place
  std::vector<std::vector<int>> seated;  // of each slot: meetings held there before
};

Setting make_setting(const Task& task, Frame frame);

// Whether none of `stays` hinders from making `stay`.
bool fits(const Problem& problem, const std::vector<Stay>& stays, const Stay& stay);

// The wish of `person` for `activity`; -1: none.
int wish_for(const Task& task, int person, int activity);

}  // namespace kontor::engine::timetable
