#pragma once
#include <cstdint>

namespace kontor::engine::timetable::rules {

// Soft rule "fairness": every organisation's share of its wishes counts, the worst-off most. An
// organisation that misses m of its a wishes is treated unfairly by 1000 (m / a)², so that of two
// plans with as many granted wishes the one that takes from the better-off is fairer.
struct Fairness {
  static constexpr const char* name = "fairness";
  static constexpr bool hard = false;

  static constexpr std::int64_t cost(int asked, int granted) {
    if (asked == 0) return 0;
    const std::int64_t missed = asked - granted;
    return 1000 * missed * missed / (static_cast<std::int64_t>(asked) * asked);
  }
};

}  // namespace kontor::engine::timetable::rules
