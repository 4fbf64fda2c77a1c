#pragma once
#include <cstdint>
#include <vector>

#include "mission/keys.h"
#include "sql/connection.h"
#include "store/stored.h"

// The append-only log of a mission. All throw sql::Error.

namespace kontor::store {

// Adds `change` with the next number, which it gives back. Within Store::write, in the transaction
// of what it tells of.
std::int64_t append_change(sql::Connection& connection, const mission::MissionId& mission,
                           const Change& change);

// At most `limit` entries with numbers below `before`, latest first.
std::vector<Change> read_changes(sql::Connection& connection, const mission::MissionId& mission,
                                 std::int64_t before, int limit);

}  // namespace kontor::store
