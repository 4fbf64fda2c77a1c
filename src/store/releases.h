#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "mission/keys.h"
#include "sql/connection.h"

// Releases for the press. All throw sql::Error; writers are called within Store::write.

namespace kontor::store {

struct PressRelease {
  std::string id;
  std::string subject;                           // "agreement/G13", "announcement/N01" or ""
  std::string state;                             // "draft", "cleared" or "withdrawn"
  std::optional<base::LocalDateTime> unlock_at;  // nothing: when its agreement is signed
  std::string zone;                              // of unlock_at
  base::Text title;
  base::Text body;
  base::Instant made_at{};  // when its state or text was changed last
  std::string made_by;

  bool operator==(const PressRelease&) const = default;
};

// Adds it, or replaces the one of its key.
void write_release(sql::Connection& connection, const mission::MissionId& mission,
                   const PressRelease& release);
// In the order of their keys.
std::vector<PressRelease> read_releases(sql::Connection& connection,
                                        const mission::MissionId& mission);

}  // namespace kontor::store
