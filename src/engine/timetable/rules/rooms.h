#pragma once
#include "engine/timetable/state.h"

namespace kontor::engine::timetable::rules {

// Hard rule "rooms": a room holds one activity at a time, and none during a session in it.
struct Rooms {
  static constexpr const char* name = "rooms";
  static constexpr bool hard = true;

  // Whether `option` of `activity` finds its room free of all others but `except`.
  static bool free(const State& state, int activity, int option, int except = -1) {
    const Problem& problem = state.problem();
    const int room = problem.activities[activity].options[option].room;
    if (room < 0) return true;
    const Stay stay = stay_of(problem, activity, option);
    for (const Session& session : problem.sessions)
      if (session.room == room && session.starts_at < stay.ends_at &&
          stay.starts_at < session.starts_at + session.slots * session.slot_minutes)
        return false;
    for (std::size_t other = 0; other < problem.activities.size(); ++other) {
      const int held = state.option(static_cast<int>(other));
      if (static_cast<int>(other) == activity || static_cast<int>(other) == except || held < 0)
        continue;
      if (problem.activities[other].options[held].room != room) continue;
      const Stay taken = stay_of(problem, static_cast<int>(other), held);
      if (taken.starts_at < stay.ends_at && stay.starts_at < taken.ends_at) return false;
    }
    return true;
  }
};

}  // namespace kontor::engine::timetable::rules
