#pragma once
#include "engine/timetable/rules/never_with.h"

namespace kontor::engine::timetable::rules {

// Hard rule "not_same_vehicle": none of `people` rides with one of `others`. `covers` says which
// activities are vehicles.
struct NotSameVehicle {
  static constexpr const char* name = "not_same_vehicle";
  static constexpr bool hard = true;

  static std::int64_t cost(const State& state, const Rule& rule, int person, const Visit& visit) {
    return NeverWith::cost(state, rule, person, visit);
  }
  static void explain(const State& state, const Rule& rule, int person, const Visit& visit,
                      std::vector<Item>& in_the_way) {
    NeverWith::explain(state, rule, person, visit, in_the_way);
  }
};

}  // namespace kontor::engine::timetable::rules
