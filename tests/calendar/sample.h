#pragma once
#include <string>
#include <vector>

#include "exchange/calendar_write.h"

namespace kontor::exchange::test {

// An event of the sample with what every parser must find in it.
struct Expected {
  std::string uid;
  std::string starts_at;  // "20251007T160000Z"
  std::string ends_at;
  std::string summary;

  auto operator<=>(const Expected&) const = default;
};

// A calendar with all that is hard: two zones and UTC, both sides of a change of the clocks, a zone
// without any, commas, line ends, and characters of several bytes where lines are folded.
Calendar sample();

// In the order of their uid.
std::vector<Expected> expected();

}  // namespace kontor::exchange::test
