#pragma once
#include <cstdint>
#include <map>
#include <optional>
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

// The entry of that number.
std::optional<Change> read_change(sql::Connection& connection, const mission::MissionId& mission,
                                  std::int64_t number);
// The number of the entry that made this version of the plan; 0: none did.
std::int64_t find_change_of_version(sql::Connection& connection, const mission::MissionId& mission,
                                    int version);

// Entries that take back others, by number: which ones.
std::map<std::int64_t, std::int64_t> read_undoings(sql::Connection& connection,
                                                   const mission::MissionId& mission);

// The number of the latest entry; 0: there is none.
std::int64_t last_change(sql::Connection& connection, const mission::MissionId& mission);

// At most `limit` entries with numbers above `after`, in order.
std::vector<Change> read_changes_since(sql::Connection& connection,
                                       const mission::MissionId& mission, std::int64_t after,
                                       int limit);

// At most `limit` entries with numbers below `before`, latest first.
std::vector<Change> read_changes(sql::Connection& connection, const mission::MissionId& mission,
                                 std::int64_t before, int limit);

}  // namespace kontor::store
