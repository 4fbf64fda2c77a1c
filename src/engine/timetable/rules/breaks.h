#pragma once
#include <span>

namespace kontor::engine::timetable::rules {

// Soft rule "breaks": a break is a run of slots without a meeting between two meetings of one
// organisation in one session. Sessions of another half-day or day begin anew.
struct Breaks {
  static constexpr const char* name = "breaks";
  static constexpr bool hard = false;

  // `meetings` of the organisation in each slot of the session.
  static constexpr int cost(std::span<const short> meetings) {
    int breaks = 0;
    bool met = false, idle = false;
    for (const short count : meetings) {
      if (count > 0 && met && idle) ++breaks;
      if (count > 0) met = true;
      idle = count == 0;
    }
    return breaks;
  }
};

}  // namespace kontor::engine::timetable::rules
