#include "store/rows_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sql/error.h"
#include "store/lists.h"
#include "store/rows.h"

namespace kontor::store {

namespace {

std::vector<std::string> columns_of(sql::Connection& connection, const std::string& table) {
  sql::Query query = connection.query("SELECT * FROM " + table + " LIMIT 1");
  query.step();
  std::vector<std::string> columns;
  for (int column = 0; column < query.columns(); ++column) columns.push_back(query.name(column));
  return columns;
}

}  // namespace

TableText read_table(sql::Connection& connection, const std::string& table) {
  TableText text{columns_of(connection, table), {}};
  sql::Query query =
      connection.query(fmt::format("SELECT {} FROM {}", fmt::join(text.columns, ", "), table));
  while (query.step()) {
    auto& row = text.rows.emplace_back();
    for (int column = 0; column < query.columns(); ++column)
      row.push_back(query.optional_text(column));
  }
  std::ranges::sort(text.rows);
  return text;
}

void write_table(sql::Connection& connection, const std::string& table, const TableText& text) {
  const auto known = columns_of(connection, table);
  for (const std::string& column : text.columns)
    if (std::ranges::find(known, column) == known.end())
      throw sql::Error(sql::Fault::Other, fmt::format("table {} has no such column", table));
  sql::Query query =
      connection.query(fmt::format("INSERT INTO {} ({}) VALUES ({})", table,
                                   fmt::join(text.columns, ", "), parameters(text.columns.size())));
  for (const auto& row : text.rows) {
    for (const auto& value : row) query.bind(value);
    query.step();
    query.again();
  }
}

std::vector<std::string> mission_tables() {
  std::vector<std::string> names{"mission", "room"};
  const mission::Mission empty{};
  lists([&](std::string_view table, const auto&) { names.emplace_back(table); }, empty);
  return names;
}

}  // namespace kontor::store
