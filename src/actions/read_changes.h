#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "planning/diff.h"
#include "store/stored.h"

namespace kontor::actions {

struct ChangePage {
  std::vector<store::Change> changes;  // latest first
  std::optional<std::int64_t> next;    // give it as `before` for older ones; nothing: the end
  std::vector<std::int64_t> undoable;  // changes that the acting person may take back, latest first
};

// A page of the served mission's change log, of at most `limit` (1 … 1000) entries with numbers
// below `before`. Refused: Denied, Conflict no_mission.
Outcome<ChangePage> read_changes(Context& context, const mission::Acting& acting,
                                 std::optional<std::int64_t> before = {}, int limit = 100);

// The entries with numbers above `since`, oldest first; `next` is the `since` of the page behind
// it.
Outcome<ChangePage> read_changes_since(Context& context, const mission::Acting& acting,
                                       std::int64_t since, int limit = 100);

// A change with what it meant for each person, as far as the acting person may see it.
struct ChangeConsequences {
  store::Change change;
  std::vector<planning::PersonChange> people;  // empty where it made no version of the plan
};

// Refused: Denied, Missing, Conflict no_mission.
Outcome<ChangeConsequences> read_change(Context& context, const mission::Acting& acting,
                                        std::int64_t number);

// The number of the latest entry; for the program itself, never for a reader.
std::int64_t last_change(Context& context);

}  // namespace kontor::actions
