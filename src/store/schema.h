#pragma once
#include <string>
#include <vector>

#include "sql/connection.h"

namespace kontor::store {

int newest_schema();

// Brings the database to the newest schema, or for a test to an older one, step by step in one
// transaction; does nothing where it is there already. Throws sql::Error Newer for the schema of a
// newer Kontor.
void migrate(sql::Connection& connection, int to = newest_schema());

// All tables of a schema, those that others refer to first.
std::vector<std::string> tables(int schema = newest_schema());

// What is stored beside a whole with this digest, and whether it tells that the whole read with
// this digest was changed behind our back. A seal of an older schema tells nothing.
std::string seal(const std::string& digest);
bool is_broken(const std::string& seal, const std::string& digest);

}  // namespace kontor::store
