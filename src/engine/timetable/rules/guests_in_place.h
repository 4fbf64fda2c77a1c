#pragma once
#include "engine/timetable/rules/visit.h"

namespace kontor::engine::timetable::rules {

// Hard rule "guests_in_place": where one of `people` is expected, whoever is not required comes
// some minutes before. Activity::waits has those minutes, and stay_of() adds them to the stay.
struct GuestsInPlace {
  static constexpr const char* name = "guests_in_place";
  static constexpr bool hard = true;

  static std::int64_t cost(const State&, const Rule&, int, const Visit&) { return 0; }
  static void explain(const State&, const Rule&, int, const Visit&, std::vector<Item>&) {}
};

}  // namespace kontor::engine::timetable::rules
