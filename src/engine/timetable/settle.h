#pragma once
#include <vector>

#include "engine/timetable/state.h"

namespace kontor::engine::timetable {

// How moves keep the duties of everyone as duties.h wants them when the programme changes: those
// whose duties may change are excused from all that they attend with everyone alone, the activity
// is moved, and they are summoned again, in the order of that rule.

// Of those bound to be at `activity` or expected there: whose duties may not stay as they are once
// it is held in `option`. With somebody whom rules name come all whom rules name and who miss
// something, because one's being there may keep another away. Increasing.
std::vector<int> unsettled_by(const State& state, int activity, int option);

// Adds those of `people` who miss something at which they are expected, and whom rules name.
void add_missing(const State& state, const std::vector<int>& people, std::vector<int>& out);

// Takes `people` off duties that they have with everyone alone, and off those duties whoever had
// to come along with them.
void excuse(State& state, const std::vector<int>& people);

// Puts `people`, increasing, on duty wherever they are expected and can come, with the company that
// they need. Wishes give way and are added to `removed`.
void summon(State& state, const std::vector<int>& people, std::vector<Item>& removed);

// Puts `person` on duty at a held activity; wishes in the way give way.
void bind_by_force(State& state, int person, int activity, std::vector<Item>& removed);

}  // namespace kontor::engine::timetable
