#pragma once
#include "engine/timetable/rules/visit.h"

namespace kontor::engine::timetable::rules {

// Hard rule "clearance_needed": none of `people`, who are not cleared in time, attends.
struct ClearanceNeeded {
  static constexpr const char* name = "clearance_needed";
  static constexpr bool hard = true;

  static std::int64_t cost(const State&, const Rule& rule, int person, const Visit& visit) {
    const bool covered = visit.activity >= 0 && rule.covers[visit.activity] != 0;
    return covered && contains(rule.people, person) ? impossible : 0;
  }
  static void explain(const State&, const Rule&, int, const Visit&, std::vector<Item>&) {}
};

}  // namespace kontor::engine::timetable::rules
