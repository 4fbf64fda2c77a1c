#pragma once
#include <cstdint>

namespace kontor::engine::timetable::rules {

// Rule "least_granted", hard where it can be kept: of the wishes of a group of organisations at
// least so many are granted. Counts those that are missing.
struct LeastGranted {
  static constexpr const char* name = "least_granted";
  static constexpr bool hard = true;

  static constexpr std::int64_t cost(int least, int granted) {
    return granted < least ? least - granted : 0;
  }
};

}  // namespace kontor::engine::timetable::rules
