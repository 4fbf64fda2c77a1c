#pragma once
#include <optional>
#include <vector>

#include "sql/connection.h"
#include "store/stored.h"

// Plans of a mission by version; version 0 is the draft. All throw sql::Error; writers are called
// within Store::write. The mission must be stored.

namespace kontor::store {

// Adds the plan whole; replaces a draft. Throws sql::Error Unique for a published version that is
// there already: what was published never changes.
void write_plan(sql::Connection& connection, const StoredPlan& stored);

// Nothing of an unknown version. Throws sql::Error Corrupt where it is not what was written.
std::optional<StoredPlan> read_plan(sql::Connection& connection, const mission::MissionId& mission,
                                    int version);

void delete_draft(sql::Connection& connection, const mission::MissionId& mission);

// The published versions, latest first.
std::vector<PlanVersion> read_versions(sql::Connection& connection,
                                       const mission::MissionId& mission);

}  // namespace kontor::store
