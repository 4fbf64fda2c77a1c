#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "mission/keys.h"
#include "sql/connection.h"

// What imported tables leave beside the mission. All throw sql::Error; writers are called within
// Store::write.

namespace kontor::store {

// enterprise_number, mail and phone by subject ("person/P1") and field: never part of a mission's
// text, view or file.
using Contacts = std::map<std::string, std::map<std::string, std::string>>;
Contacts read_contacts(sql::Connection& connection, const mission::MissionId& mission);
// Makes the contacts `after` where they were `before`.
void write_contacts(sql::Connection& connection, const mission::MissionId& mission,
                    const Contacts& before, const Contacts& after);
// All of a subject, and with them every import that could be taken back, which would bring them
// again; how many fields.
int erase_contacts(sql::Connection& connection, const mission::MissionId& mission,
                   const std::string& subject);

// What the headings of an agency's tables mean, by folded heading; "" for a column not read.
using Headings = std::map<std::string, std::string>;
Headings read_headings(sql::Connection& connection, const mission::MissionId& mission,
                       const mission::OrganisationId& agency, const std::string& noun);
void write_headings(sql::Connection& connection, const mission::MissionId& mission,
                    const mission::OrganisationId& agency, const std::string& noun,
                    const Headings& headings);

// How it was before an import.
struct ImportUndo {
  std::int64_t number = 0;  // 1, 2, 3 … given by the store
  std::string author;
  std::string hash_before, hash_after;  // input hashes
  std::string text;                     // the mission's canonical text before
  Contacts contacts;

  bool operator==(const ImportUndo&) const = default;
};

// Of the twenty latest they are kept.
void write_import_undo(sql::Connection& connection, const mission::MissionId& mission,
                       const ImportUndo& undo);
// The latest one.
std::optional<ImportUndo> find_import_undo(sql::Connection& connection,
                                           const mission::MissionId& mission);
void delete_import_undo(sql::Connection& connection, std::int64_t number);

}  // namespace kontor::store
