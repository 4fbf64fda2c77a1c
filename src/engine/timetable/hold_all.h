#pragma once
#include <vector>

#include "engine/timetable/problem.h"

namespace kontor::engine::timetable {

enum class Answer { Yes, No, Unknown };

// Whether all of `activities` can be held together, each with those whom it requires and whom rules
// of protocol choose: an exhaustive search over options and choices, Unknown after `most_nodes`.
// Everyone else, wishes and meetings are left out; they give way to them anyhow.
Answer can_hold_all(const Problem& problem, const std::vector<int>& activities, int most_nodes);

}  // namespace kontor::engine::timetable
