#pragma once
#include "engine/timetable/rules/arrives_last.h"

namespace kontor::engine::timetable::rules {

// Hard rule "leaves_first": whoever comes to an activity where one of `people` is expected stays
// some minutes after its end. Activity::waits has those minutes; two cannot both leave first.
struct LeavesFirst {
  static constexpr const char* name = "leaves_first";
  static constexpr bool hard = true;

  static std::int64_t cost(const State& state, const Rule& rule, int person, const Visit& visit) {
    return ArrivesLast::cost(state, rule, person, visit);
  }
  static void explain(const State& state, const Rule& rule, int person, const Visit& visit,
                      std::vector<Item>& in_the_way) {
    ArrivesLast::explain(state, rule, person, visit, in_the_way);
  }
};

}  // namespace kontor::engine::timetable::rules
