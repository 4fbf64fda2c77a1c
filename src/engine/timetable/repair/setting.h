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
  std::vector<char> holdable;             // activities whose required may be there together
  // What turned out to break a rule that the search does not see: activities in these options, and
  // riders of one activity who must not share a vehicle.
  std::vector<std::pair<int, int>> forbidden{};
  bool strict = false;

  int activities() const { return static_cast<int>(problem.activities.size()); }
  int people() const { return static_cast<int>(problem.people.size()); }
  int weight(int person) const { return before.counts(person) ? 1 : 0; }
};

// The lists of who is called to each activity, for quick asking.
std::vector<std::vector<char>> who_is_called(const Problem& problem);
std::vector<char> which_may_be_held(const Problem& problem);

// What follows from a frame for each person, before it is chosen whom to disturb.
struct Setting {
  Frame frame;
  bool possible = true;                    // what is locked goes with the frame
  std::vector<char> forced;                // people who cannot keep what they did, and newcomers
  std::vector<std::vector<Errand>> bound;  // of each person: duties, and what is locked
  std::vector<std::vector<Errand>> day;    // of each person not forced: all that they keep
  std::vector<std::vector<int>> guests;  // of each activity: wishes kept by whoever is undisturbed
  std::vector<int> uncalled;  // of each activity: on duty by a rule of protocol, taking a place
  std::vector<std::vector<int>> seated;  // of each slot: meetings held there before
  std::vector<std::vector<int>> there;   // of each activity: people on duty
};

Setting make_setting(const Task& task, Frame frame);

// Whether rules of protocol keep both from `activity`; -1: from one table.
bool at_odds(const Task& task, int activity, int one, int other);

// Those without whom always_with does not let `person` attend `activity`.
std::vector<int> company_of(const Task& task, int person, int activity);

// The wish of `person` for `activity`; -1: none.
int wish_for(const Task& task, int person, int activity);

}  // namespace kontor::engine::timetable
