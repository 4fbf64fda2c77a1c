#pragma once
#include <cstdint>
#include <string>

#include "actions/context.h"
#include "actions/outcome.h"
#include "mission/mission.h"

namespace kontor::actions {

enum class OtherMission {
  Refuse,   // Conflict other_mission where a mission of another key is served
  Replace,  // serve this one from now on; the other one stays stored
};

struct Loaded {
  std::int64_t revision = 0;
  bool changed = false;  // false: the very same mission was there already, nothing was written
  base::Issues doubts;   // rules_unsettled: whether its rules can be kept together is not known
};

// Validates `mission` and stores it whole, in one transaction, as the served mission. A mission of
// the same key is replaced, its published plans stay, its draft goes. `input_hash` is the SHA-256
// of its canonical text. Refused, and nothing written: Denied, Conflict other_mission, all Issues
// of validate(), or where there are none the contradictions of its rules.
Outcome<Loaded> load_mission(Context& context, const mission::Acting& acting,
                             const mission::Mission& mission, const std::string& input_hash,
                             OtherMission other = OtherMission::Refuse);

}  // namespace kontor::actions
