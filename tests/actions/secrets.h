#pragma once
#include <functional>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "mission/mission.h"
#include "store/stored.h"

namespace kontor::actions {

// Two worlds that differ only in `change`: exactly the readers in `who` may tell them apart.
struct Secret {
  std::string name;
  std::set<std::string> who;
  std::function<void(mission::Mission&, store::StoredPlan&)> change;
};

void PrintTo(const Secret& secret, std::ostream* out);

// One of each kind, in the small mission.
const std::vector<Secret>& secrets();

}  // namespace kontor::actions
