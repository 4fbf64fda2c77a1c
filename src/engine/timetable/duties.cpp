#include "engine/timetable/duties.h"

#include <algorithm>

namespace kontor::engine::timetable {

bool single_start(const Problem& problem, int activity) {
  const auto& options = problem.activities[activity].options;
  return std::ranges::all_of(
      options, [&](const Option& option) { return option.starts_at == options.front().starts_at; });
}

}  // namespace kontor::engine::timetable
