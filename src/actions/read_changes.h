#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "store/stored.h"

namespace kontor::actions {

struct ChangePage {
  std::vector<store::Change> changes;  // latest first
  std::optional<std::int64_t> next;    // give it as `before` for older ones; nothing: the end
};

// A page of the served mission's change log, of at most `limit` (1 … 1000) entries with numbers
// below `before`. Refused: Denied, Conflict no_mission.
Outcome<ChangePage> read_changes(Context& context, const mission::Acting& acting,
                                 std::optional<std::int64_t> before = {}, int limit = 100);

}  // namespace kontor::actions
