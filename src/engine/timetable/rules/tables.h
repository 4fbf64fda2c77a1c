#pragma once
#include "engine/timetable/state.h"

namespace kontor::engine::timetable::rules {

// Hard rule "tables": a slot has as many meetings as its session has tables, or fewer.
struct Tables {
  static constexpr const char* name = "tables";
  static constexpr bool hard = true;

  static bool full(const State& state, int slot) {
    const Session& session = state.problem().sessions[state.grid().slots[slot].session];
    return static_cast<int>(state.meetings_in(slot).size()) >= session.tables;
  }

  // The meeting of `slot` that weighs least; those that are frozen do not
  // count; -1 where there is none.
  static int cheapest(const State& state, int slot) {
    int best = -1;
    for (const int meeting : state.meetings_in(slot))
      if (!state.frozen({Kind::Meeting, meeting}) &&
          (best < 0 ||
           state.weight({Kind::Meeting, meeting}) < state.weight({Kind::Meeting, best})))
        best = meeting;
    return best;
  }

  // The weight of the meeting that must give up its table; 0 where one is free.
  static std::int64_t cost(const State& state, int slot) {
    if (!full(state, slot)) return 0;
    const int meeting = cheapest(state, slot);
    return meeting < 0 ? std::int64_t{1} << 50 : state.weight({Kind::Meeting, meeting});
  }
};

}  // namespace kontor::engine::timetable::rules
