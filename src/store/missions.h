#pragma once
#include <optional>
#include <string>

#include "mission/mission.h"
#include "sql/connection.h"
#include "store/stored.h"

// Missions in the database. All throw sql::Error; writers are called within Store::write.

namespace kontor::store {

// Replaces or adds the mission of that key with all its lists; its plans stay. The new revision.
std::int64_t write_mission(sql::Connection& connection, const mission::Mission& mission,
                           const std::string& input_hash);

// The whole mission; nothing of an unknown key. Throws sql::Error Corrupt where it is not what was
// written.
std::optional<mission::Mission> read_mission(sql::Connection& connection,
                                             const mission::MissionId& id);

// The mission that is shown to readers: one at most.
void serve_mission(sql::Connection& connection, const mission::MissionId& id);
// Its heads; nothing where none was loaded yet.
std::optional<MissionState> read_served_state(sql::Connection& connection);

// Counts the mission's revision up, so that readers look again.
void count_revision(sql::Connection& connection, const mission::MissionId& id);

}  // namespace kontor::store
