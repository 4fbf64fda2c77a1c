#pragma once
#include <string>

#include "mission/mission.h"
#include "store/stored.h"

namespace kontor::store {

// 64 hexadecimal digits over every field: equal for equal values, different for different ones.
std::string digest(const mission::Mission& mission);
std::string digest(const StoredPlan& plan);

}  // namespace kontor::store
