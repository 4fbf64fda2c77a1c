#pragma once
#include <cstdint>
#include <memory>
#include <optional>

#include "actions/context.h"
#include "actions/outcome.h"
#include "mission/mission.h"
#include "store/stored.h"

namespace kontor::actions {

// Heads of the served mission: whether there is one, its hash, draft and published version.
// Nothing: no mission was loaded. For the program itself, never for a reader.
std::optional<store::MissionState> read_state(Context& context);

// Store::version: while it stays the same, so does whatever a verb reads, but for the clock.
std::optional<std::int64_t> data_version(Context& context);

// A whole mission with a plan, for those who may plan: what `kontor verify` and a planner look at.
struct Whole;
Outcome<std::shared_ptr<const Whole>> read_whole(Context& context, const mission::Acting& acting);

// The draft. Refused: Denied, Conflict no_mission or no_draft.
Outcome<store::StoredPlan> read_draft(Context& context, const mission::Acting& acting);

}  // namespace kontor::actions
