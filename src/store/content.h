#pragma once
#include <string>
#include <vector>

#include "sql/connection.h"

namespace kontor::store {

// The SHA-256 of each row of a table, sorted: the rows as a set, in whatever order and kind of
// database they stand.
std::vector<std::string> row_hashes(sql::Connection& connection, const std::string& table);

// The SHA-256 over all rows of all tables: equal for equal contents of any two databases.
std::string content_hash(sql::Connection& connection);

}  // namespace kontor::store
