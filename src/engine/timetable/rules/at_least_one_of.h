#pragma once
#include "engine/timetable/rules/visit.h"

namespace kontor::engine::timetable::rules {

// Hard rule "at_least_one_of": somebody of `people` is at each activity that is held. Whoever the
// timetable chooses is on duty there; coming never breaks it.
struct AtLeastOneOf {
  static constexpr const char* name = "at_least_one_of";
  static constexpr bool hard = true;

  static std::int64_t cost(const State&, const Rule&, int, const Visit&) { return 0; }
  static void explain(const State&, const Rule&, int, const Visit&, std::vector<Item>&) {}

  // Whether somebody still has to be chosen for `activity`.
  static bool open(const State& state, const Rule& rule, int activity) {
    return rule.covers[activity] != 0 && std::ranges::none_of(rule.people, [&](int person) {
             return state.on_duty(person, activity);
           });
  }
};

}  // namespace kontor::engine::timetable::rules
