#pragma once
#include <string>

#include "mission/fair_problem.h"

namespace kontor::exchange {

// The fair file (docs/fair-file.md) that read_fair reads as `fair`; `remark` becomes its comment.
std::string write_fair(const mission::Fair& fair, const std::string& remark);

}  // namespace kontor::exchange
