#include "actions/is_demo.h"

#include <algorithm>

namespace kontor::actions {

bool is_demo(const mission::Mission& mission) {
  const auto invented = [](const auto& noun) { return noun.record.invented; };
  return std::ranges::any_of(mission.people, invented) ||
         std::ranges::any_of(mission.organisations, invented);
}

}  // namespace kontor::actions
