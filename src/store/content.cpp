#include "store/content.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/hash.h"
#include "store/schema.h"

namespace kontor::store {

namespace {

// Columns in the order of their names: a database that was migrated has them in another order.
std::vector<std::pair<std::string, int>> columns_by_name(const sql::Query& query) {
  std::vector<std::pair<std::string, int>> columns;
  for (int column = 0; column < query.columns(); ++column)
    columns.emplace_back(query.name(column), column);
  std::ranges::sort(columns);
  return columns;
}

}  // namespace

std::vector<std::string> row_hashes(sql::Connection& connection, const std::string& table) {
  std::vector<std::string> hashes;
  sql::Query query = connection.query("SELECT * FROM " + table);
  while (query.step()) {
    std::string row;
    for (const auto& [name, column] : columns_by_name(query)) {
      const auto value = query.optional_text(column);
      row += fmt::format("{}={}:{};", name, value ? value->size() : 0, value ? *value : "NULL");
    }
    hashes.push_back(base::sha256(row));
  }
  std::ranges::sort(hashes);
  return hashes;
}

std::string content_hash(sql::Connection& connection) {
  std::vector<std::string> names = tables();
  std::ranges::sort(names);
  std::string text;
  for (const std::string& table : names) {
    text += table + "\n";
    for (const std::string& hash : row_hashes(connection, table)) text += hash + "\n";
  }
  return base::sha256(text);
}

}  // namespace kontor::store
