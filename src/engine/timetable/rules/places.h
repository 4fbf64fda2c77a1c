#pragma once
#include "engine/timetable/state.h"

namespace kontor::engine::timetable::rules {

// Hard rule "places": as many attend an activity by wish as it has places, or fewer. Those on duty
// take none.
struct Places {
  static constexpr const char* name = "places";
  static constexpr bool hard = true;

  static bool full(const State& state, int activity) {
    return static_cast<int>(state.attending(activity).size()) >= state.places(activity);
  }

  // The wish that weighs least among those granted a place; those that are frozen do not
  // count; -1 where there is none.
  static int cheapest(const State& state, int activity) {
    int best = -1;
    for (const int wish : state.attending(activity))
      if (!state.frozen({Kind::Attendance, wish}) &&
          (best < 0 ||
           state.weight({Kind::Attendance, wish}) < state.weight({Kind::Attendance, best})))
        best = wish;
    return best;
  }

  // The weight of the wish that must give up its place; 0 where one is free.
  static std::int64_t cost(const State& state, int activity) {
    if (!full(state, activity)) return 0;
    const int wish = cheapest(state, activity);
    return wish < 0 ? std::int64_t{1} << 50 : state.weight({Kind::Attendance, wish});
  }
};

}  // namespace kontor::engine::timetable::rules
