#pragma once
#include <vector>

#include "engine/timetable/state.h"

namespace kontor::engine::timetable {

// One true fact that stands in the way of a wish. What `index` and `person` are, by kind:
enum class ObstacleKind {
  Meeting,     // a meeting that is held: its wish
  Attendance,  // an attendance that is granted: its wish
  Tables,      // all tables of a slot are taken: the slot
  Places,      // all places of an activity, or seats of coaches to it, are taken: the activity
  Duty,        // `person` is on duty: at which activity
  Absence,     // `person` is absent: which of their absences
  OtherCity,   // `person` takes no part in a city: the leg
  Room,        // a room that it needs is taken by another activity: which one
  Session,     // … by a session: which one
  Rule,     // a rule of protocol keeps `person` away, or where they are; -1: it asks for somebody
            // at the activity whom there is not
  NotHeld,  // an activity has no time or room at all: which one
  Nobody,   // an organisation has nobody who may sit at meetings: which one
  NoSlots,  // there is no session: -1
};

struct Obstacle {
  ObstacleKind kind = ObstacleKind::Meeting;
  int index = 0;
  int person = -1;

  auto operator<=>(const Obstacle&) const = default;
};

// Facts, sorted, all of which stand in the way of one way to grant a wish, and nothing else does.
using Causes = std::vector<Obstacle>;

// Every minimal set of causes why two organisations do not meet: without it they could, with
// nothing else moved, and without a part of it they could not. The cheapest first: as few facts as
// can be, engagements by wish before duties and absences, and those of little weight first. One
// empty set: nothing stands in the way.
//
// A way to meet is a slot with a person of either side; whatever forbids it is its set. A table is
// free too once a meeting of the same slot is given up. So a wish can be granted without a set of
// facts exactly when that contains the set of some way, and the minimal sets are the minimal ones
// among those of all ways.
std::vector<Causes> causes_of_meeting(const State& state, int first, int second);

// The first slot in which they could meet with nothing else moved, and who; slot -1: nowhere.
Seating free_seating(const State& state, int first, int second);

// The same as causes_of_meeting() of somebody who does not attend an activity. Where that is held,
// its time stands; where it is not, each of its options is a way with each choice of those whom
// rules ask for, and what keeps it and those who must be there from that is among the causes. A
// rule stands for all that it counts: without it the wish could be granted, perhaps also without
// some of that.
std::vector<Causes> causes_of_attendance(const State& state, int person, int activity);

// Whether a change of the timetable can undo the fact: not an absence, a city, a clearance
// that is missing, or a duty at an activity that has but one start.
bool can_move(const Problem& problem, const Obstacle& obstacle);

}  // namespace kontor::engine::timetable
