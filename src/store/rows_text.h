#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sql/connection.h"

namespace kontor::store {

// The rows of any table as texts, for dumps.
struct TableText {
  std::vector<std::string> columns;
  std::vector<std::vector<std::optional<std::string>>> rows;  // sorted
};

TableText read_table(sql::Connection& connection, const std::string& table);

// Adds rows; columns that are not given take their default. Throws sql::Error, Other for a column
// that the table does not have. Within Store::write.
void write_table(sql::Connection& connection, const std::string& table, const TableText& text);

// The tables that write_mission fills: a mission folder says the same.
std::vector<std::string> mission_tables();

}  // namespace kontor::store
