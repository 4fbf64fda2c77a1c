#include "store/schema.h"

#include <array>
#include <fmt/format.h>
#include <span>
#include <string_view>

#include "sql/error.h"
#include "sql/transaction.h"
#include "store/migrations.h"

namespace kontor::store {

namespace {

constexpr std::array migrations{migration_1, migration_2,  migration_3, migration_4,
                                migration_5, migration_6,  migration_7, migration_8,
                                migration_9, migration_10, migration_11};

int current_schema(sql::Connection& connection) {
  connection.run("CREATE TABLE IF NOT EXISTS schema_version (number BIGINT PRIMARY KEY)");
  sql::Query query = connection.query("SELECT coalesce(max(number), 0) FROM schema_version");
  query.step();
  return static_cast<int>(query.integer(0));
}

bool is_at(sql::Connection& connection, int schema) {
  try {
    sql::Query query = connection.query("SELECT coalesce(max(number), 0) FROM schema_version");
    return query.step() && query.integer(0) == schema;
  } catch (const sql::Error& error) {
    if (error.fault() != sql::Fault::Other) throw;
    return false;  // no such table: an empty database
  }
}

}  // namespace

int newest_schema() {
  return static_cast<int>(migrations.size());
}

std::vector<std::string> tables(int schema) {
  constexpr std::string_view create = "CREATE TABLE ";
  std::vector<std::string> out;
  for (const std::string_view migration :
       std::span(migrations).first(static_cast<std::size_t>(schema)))
    for (auto at = migration.find(create); at != migration.npos; at = migration.find(create, at)) {
      at += create.size();
      out.emplace_back(migration.substr(at, migration.find(' ', at) - at));
    }
  return out;
}

std::string seal(const std::string& digest) {
  return fmt::format("{}:{}", newest_schema(), digest);
}

bool is_broken(const std::string& seal, const std::string& digest) {
  return seal.starts_with(fmt::format("{}:", newest_schema())) && seal != store::seal(digest);
}

void migrate(sql::Connection& connection, int to) {
  if (is_at(connection, to)) return;  // so that a read-only database can be read
  sql::Transaction transaction(connection);
  const int current = current_schema(connection);
  if (current > newest_schema())
    throw sql::Error(sql::Fault::Newer,
                     fmt::format("The database has schema {}; this Kontor knows up to {}.", current,
                                 newest_schema()));
  for (int number = current + 1; number <= to; ++number) {
    connection.run_script(std::string(migrations.at(static_cast<std::size_t>(number - 1))));
    connection.run("INSERT INTO schema_version (number) VALUES ($1)", number);
  }
  connection.make_append_only("change");
  transaction.commit();
}

}  // namespace kontor::store
