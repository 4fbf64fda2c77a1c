#pragma once
#include <vector>

#include "engine/timetable/repair/setting.h"

namespace kontor::engine::timetable {

// Whom rules of protocol may call to the activities held in `options`, besides those whom these
// name: everybody chosen by at_least_one_of before stays where they can, and where nobody is
// chosen anybody who can come is; whoever is bound to come brings along whom always_with asks for.
// Where guests or one of everyone may need such company, once with it and once without. At most
// `most`; `truncated` tells of more.
std::vector<std::vector<Duty>> possible_company(const Task& task, const std::vector<int>& options,
                                                std::size_t most, bool& truncated);

// Activities held in `options` for which, taken together, nobody of an at_least_one_of rule can
// come, or no company for them: one of them must be elsewhere or not be held. A minimal set, by
// deletion; empty: there is none.
std::vector<int> without_company(const Task& task, std::vector<int> options);

}  // namespace kontor::engine::timetable
