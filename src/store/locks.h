#pragma once
#include <optional>
#include <string>
#include <vector>

#include "mission/keys.h"
#include "sql/connection.h"

// What people locked by hand, and how to undo the latest changes. All throw sql::Error; writers are
// called within Store::write. The mission must be stored.

namespace kontor::store {

// The locks of a mission as mission::spelled writes them, sorted.
std::vector<std::string> read_locks(sql::Connection& connection, const mission::MissionId& mission);
// Adds the lock where it is not there yet.
void write_lock(sql::Connection& connection, const mission::MissionId& mission,
                const std::string& lock);
// How many were removed: 0 or 1.
int delete_lock(sql::Connection& connection, const mission::MissionId& mission,
                const std::string& lock);

// The mission as it was before a change made a version of its plan.
struct Undo {
  int version = 0;         // that the change made
  int version_before = 0;  // to go back to
  std::string author;
  std::string text;  // the mission's canonical text before

  bool operator==(const Undo&) const = default;
};

// Adds what a change was made from; of the twenty latest versions they are kept.
void write_undo(sql::Connection& connection, const mission::MissionId& mission, const Undo& undo);
// Latest version first, without the texts.
std::vector<Undo> read_undos(sql::Connection& connection, const mission::MissionId& mission);
// Empty: that of this version is not kept.
std::string read_undo_text(sql::Connection& connection, const mission::MissionId& mission,
                           int version);

}  // namespace kontor::store
