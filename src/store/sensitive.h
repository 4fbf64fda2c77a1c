#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "mission/keys.h"
#include "sql/connection.h"

// Sealed fields of persons, beside the mission: no copy, dump or text of a mission has them. All
// throw sql::Error; writers are called within Store::write.

namespace kontor::store {

struct SensitiveField {
  mission::PersonId person;
  std::string field;   // "passport_number"
  std::string sealed;  // see base/seal.h
  std::string purpose;
  base::LocalDate purge_on{};  // deleted from that day on
  base::Instant made_at{};

  bool operator==(const SensitiveField&) const = default;
};

// That a field was deleted, when and why, without what it held.
struct PurgeRecord {
  std::int64_t number = 0;  // 1, 2, 3 … given by the store
  mission::PersonId person;
  std::string field;
  std::string purpose;
  base::LocalDate purge_on{};
  base::Instant purged_at{};
  std::string cause;  // "due", "erased"

  bool operator==(const PurgeRecord&) const = default;
};

// Adds or replaces the field.
void write_sensitive(sql::Connection& connection, const mission::MissionId& mission,
                     const SensitiveField& field);
std::vector<SensitiveField> read_sensitive(sql::Connection& connection,
                                           const mission::MissionId& mission,
                                           const mission::PersonId& person);
// Those whose day has come by `today`.
std::vector<SensitiveField> due_sensitive(sql::Connection& connection,
                                          const mission::MissionId& mission, base::LocalDate today);
// Deletes the field and adds the record of that.
void purge_sensitive(sql::Connection& connection, const mission::MissionId& mission,
                     const SensitiveField& field, base::Instant now, const std::string& cause);
// Latest first.
std::vector<PurgeRecord> read_purge_records(sql::Connection& connection,
                                            const mission::MissionId& mission, int limit);

// Which key sealed what is there; "" none yet.
std::string read_key_fingerprint(sql::Connection& connection);
void write_key_fingerprint(sql::Connection& connection, const std::string& fingerprint);

// Deletes what was told to a person and the texts of letters to them; how many letters.
int erase_letters(sql::Connection& connection, const mission::MissionId& mission,
                  const mission::PersonId& person);

}  // namespace kontor::store
