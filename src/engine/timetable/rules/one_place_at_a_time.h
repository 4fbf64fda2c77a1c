#pragma once
#include <vector>

#include "engine/timetable/state.h"

namespace kontor::engine::timetable::rules {

// Hard rule "one_place_at_a_time": a person makes one stay at a time and has time to travel between
// any two; duties come before wishes, and so does what is frozen.
struct OnePlaceAtATime {
  static constexpr const char* name = "one_place_at_a_time";
  static constexpr bool hard = true;

  static constexpr std::int64_t impossible = std::int64_t{1} << 50;

  // The weight of the wishes that `person` would give up to make `stay`; impossible for a duty
  // and for what is frozen.
  static std::int64_t cost(const State& state, int person, const Stay& stay) {
    if (!state.may_gain(person)) return impossible;
    std::int64_t sum = 0;
    for (const Engagement& other : state.engagements(person)) {
      if (compatible(state.problem(), other.stay, stay)) continue;
      if (other.kind == Kind::Duty || state.frozen({other.kind, other.index})) return impossible;
      sum += state.weight({other.kind, other.index});
    }
    return sum;
  }

  // Adds those wishes to `in_the_way`.
  static void explain(const State& state, int person, const Stay& stay,
                      std::vector<Item>& in_the_way) {
    for (const Engagement& other : state.engagements(person))
      if (!compatible(state.problem(), other.stay, stay))
        in_the_way.push_back({other.kind, other.index});
  }
};

}  // namespace kontor::engine::timetable::rules
