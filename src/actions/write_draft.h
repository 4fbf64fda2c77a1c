#pragma once
#include <optional>
#include <string>

#include "actions/context.h"
#include "actions/outcome.h"
#include "actions/views.h"

namespace kontor::actions {

// An entry of the change log: what was done to what, and in which words.
struct LogEntry {
  Verb verb;
  std::string subject;
  std::string detail;  // no secrets
};

// Writes `plan`, a change of the published plan of `seen`, as the draft, and `entry` to the change
// log. Refused: Conflict not_as_announced where mission or plan are no longer those of `seen`.
std::optional<Refusal> write_draft(Context& context, const mission::Acting& acting,
                                   const Whole& seen, const mission::Plan& plan,
                                   const LogEntry& entry);

}  // namespace kontor::actions
