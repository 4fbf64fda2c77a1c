#pragma once
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

#include "engine/timetable/grid.h"
#include "engine/timetable/solution.h"
#include "engine/timetable/state.h"

namespace kontor::engine::timetable {

// What the repaired timetable must respect besides the problem. Empty lists: nothing of the kind.
struct RepairDemand {
  std::vector<char> locked_activities;   // keep their option
  std::vector<char> locked_meetings;     // stay as seated; a lost table is replaced
  std::vector<char> locked_attendances;  // stay granted
  std::vector<Item> grant;               // wishes that must be granted
  std::vector<int> grant_slots;          // of each of these: a meeting's slot; -1 or empty: any
  std::vector<char> newcomers;           // people who had no plan before: nobody disturbs them
  // What starts before this minute stays as it is, and nothing new starts before it.
  int now = std::numeric_limits<int>::min();
};

// When a person counts as disturbed. An engagement is an activity at its start and place, or a
// meeting with one organisation in its slot; the table does not count, nor who sits opposite.
enum class Disturbance {
  Changed,  // engagements differ
  Lost,     // one is gone or elsewhere; those that only gained some are not disturbed
};

struct RepairOptions {
  std::uint64_t seed = 1;
  Disturbance disturbance = Disturbance::Changed;
  int most_work = 25'000;      // of the exact search for the fewest people, in microseconds or so
  int iterations = 500;        // of the search for value along the curve
  int most_alternatives = 12;  // of the curve
  int most_more = 20;          // people disturbed beyond the fewest
};

// One point of the curve.
struct Alternative {
  Solution solution;
  Worth worth;
  std::vector<int> disturbed;  // people whose engagements differ from `before`, increasing
  int least_disturbed = 0;     // nothing that meets the demand disturbs fewer: a proven bound
};

// How a repair ended.
//   Found        there are alternatives
//   Impossible   the search was exhaustive: no timetable meets the demand
//   Unknown      most_work or `stop` ended it first, or what it found breaks a rule that it does
//   not
//                look at (seats in coaches): there may be a timetable or not
enum class RepairStatus { Found, Impossible, Unknown };

struct Repaired {
  RepairStatus status = RepairStatus::Unknown;
  std::vector<Alternative> alternatives;  // none unless Found
};

// Timetables of a changed problem that disturb few of the people of `before`: the curve of people
// disturbed against worth, fewest disturbed first, each worth more than the one before it.
//
// `before` is numbered as `problem`; it may hold what the problem no longer allows. An activity
// that can no longer be as it was has option -1 there while its people still attend or are on duty.
// Activities that were held stay held, at another option if need be, and the others are not held,
// unless a wish to be granted asks for them; where that cannot be, those that no longer fit are
// given up. Whoever the rule of duties.h excuses keeps the duty that they had before.
//
// Where `least_disturbed` is the number of disturbed people of the first alternative, that one is
// minimal, proven by an exhaustive search (repair/…). Ends early once `stop` says so, with what
// there is. The same arguments give the same result, if not stopped.
Repaired repair(const Problem& problem, const Grid& grid, const Solution& before,
                const RepairDemand& demand, const RepairOptions& options,
                const std::function<bool()>& stop);

}  // namespace kontor::engine::timetable
