#pragma once
#include <cstddef>

#include "briefing/reading/read_number.h"

namespace kontor::briefing {

// If tokens from `token` on are a date, year, time, telephone number, code, address or the like,
// the token behind it; else `token`.
std::size_t passed_over(const TextView& view, std::size_t token);

}  // namespace kontor::briefing
