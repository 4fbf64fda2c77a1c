#pragma once
#include <vector>

#include "engine/timetable/repair/setting.h"

namespace kontor::engine::timetable {

// Whether `activity` was held and can no longer be as it was, or is to be held for the first time.
bool displaced(const Task& task, int activity);

// Whether `activity` must be held: it was, or a wish to grant asks for it, and it has an option in
// which it can be.
bool must_hold(const Task& task, int activity);

// The options of all activities that go together, the displaced and `moved` ones in another than
// before; of two that do not go together either moves. With `give_up` any of these may also not be
// held. At most `most`; `truncated` tells of more.
std::vector<std::vector<int>> possible_options(const Task& task, const std::vector<char>& moved,
                                               bool give_up, std::size_t most, bool& truncated);

}  // namespace kontor::engine::timetable
