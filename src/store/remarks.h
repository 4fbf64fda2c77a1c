#pragma once
#include <string>
#include <vector>

#include "base/time.h"
#include "mission/keys.h"
#include "sql/connection.h"

// What people say from their phones about something of the mission. All throw sql::Error; writers
// are called within Store::write.

namespace kontor::store {

struct Remark {
  mission::PersonId person;
  std::string subject;  // "organisation/O1", "activity/A1", "meeting/O1/C1"
  std::string topic;    // "wish", "presence", "outcome", "note"
  std::string value;    // never empty: a remark taken back is deleted
  base::Instant made_at{};

  bool operator==(const Remark&) const = default;
};

// Adds or replaces what the person said to that topic about that subject; an empty value deletes
// it.
void write_remark(sql::Connection& connection, const mission::MissionId& mission,
                  const Remark& remark);
// In the order of subject and topic.
std::vector<Remark> read_remarks(sql::Connection& connection, const mission::MissionId& mission,
                                 const mission::PersonId& person);
// Of everybody, the latest first.
std::vector<Remark> read_all_remarks(sql::Connection& connection,
                                     const mission::MissionId& mission);
// All of a person; how many.
int delete_remarks(sql::Connection& connection, const mission::MissionId& mission,
                   const mission::PersonId& person);

}  // namespace kontor::store
