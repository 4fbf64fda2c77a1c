#pragma once
#include <cstdint>
#include <limits>

namespace kontor::actions {

// Which rows of a list, latest first, that grows without end.
struct Rows {
  int limit = 100;
  std::int64_t before = std::numeric_limits<std::int64_t>::max();  // only lower numbers
};

}  // namespace kontor::actions
