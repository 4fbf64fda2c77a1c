#include "store/copy.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sql/error.h"
#include "store/content.h"
#include "store/schema.h"

namespace kontor::store {

namespace {

std::int64_t count(sql::Connection& connection, const std::string& table) {
  sql::Query query = connection.query("SELECT count(*) FROM " + table);
  query.step();
  return query.integer(0);
}

std::string insertion(const std::string& table, const sql::Query& row) {
  std::vector<std::string> names, parameters;
  for (int column = 0; column < row.columns(); ++column) {
    names.push_back(row.name(column));
    parameters.push_back(fmt::format("${}", column + 1));
  }
  return fmt::format("INSERT INTO {} ({}) VALUES ({})", table, fmt::join(names, ", "),
                     fmt::join(parameters, ", "));
}

void copy_table(sql::Connection& from, sql::Connection& to, const std::string& table) {
  sql::Query rows = from.query("SELECT * FROM " + table);
  if (!rows.step()) return;
  sql::Query insert = to.query(insertion(table, rows));
  do {
    for (int column = 0; column < rows.columns(); ++column) insert.bind(rows.optional_text(column));
    insert.step();
    insert.again();
  } while (rows.step());
}

}  // namespace

std::vector<TableRows> copy_everything(
    Store& from, Store& to, const std::function<void(std::int64_t, std::int64_t)>& on_progress) {
  std::vector<TableRows> out;
  std::int64_t done = 0, all = 0;
  from.read([&](sql::Connection& source) {
    to.write([&](sql::Connection& target) {
      for (const std::string& table : tables())
        if (const auto rows = count(target, table); rows > 0)
          throw sql::Error(
              sql::Fault::Other,
              fmt::format("the database to copy into is not empty: {} has {} rows", table, rows));
      for (const std::string& table : tables()) all += count(source, table);
      for (const std::string& table : tables()) {
        copy_table(source, target, table);
        if (row_hashes(source, table) != row_hashes(target, table))
          throw sql::Error(sql::Fault::Corrupt, table + " was not read back as it was written");
        out.push_back({table, count(target, table)});
        done += out.back().rows;
        if (on_progress) on_progress(done, all);
      }
    });
  });
  return out;
}

}  // namespace kontor::store
