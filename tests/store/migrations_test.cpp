#include <algorithm>
#include <gtest/gtest.h>
#include <map>

#include "sql/postgres.h"
#include "sql/sqlite.h"
#include "store/content.h"
#include "store/databases.h"
#include "store/rows_text.h"
#include "store/schema.h"
#include "store/store.h"

// A database of every older step of the schema is opened by this Kontor.

namespace kontor::store {
namespace {

class Migrations : public OnBoth {
 protected:
  sql::Connection open() const {
    return sql::Connection(postgres() ? sql::open_postgres(where(), sql::Access::ReadAndWrite)
                                      : sql::open_sqlite(where(), sql::Access::ReadAndWrite));
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, Migrations, testing::Values("sqlite", "postgres"),
                         database_name);

// One row in each table; "1" suits texts, numbers, keys and what refers to them alike.
std::map<std::string, TableText> fill(sql::Connection& connection, int schema) {
  std::map<std::string, TableText> filled;
  sql::Transaction transaction(connection);
  for (const std::string& table : tables(schema)) {
    TableText text = read_table(connection, table);
    text.rows.emplace_back(text.columns.size(), "1");
    write_table(connection, table, text);
    filled[table] = text;
  }
  transaction.commit();
  return filled;
}

TEST_P(Migrations, KeepEveryRowOfEveryStep) {
  for (int step = 1; step < newest_schema(); ++step) {
    if (postgres() && step > 1) break;  // one database a test: the way from the first step
    const Scratch scratch;
    const std::string place = postgres() ? where() : scratch.file();
    std::map<std::string, TableText> before;
    {
      sql::Connection connection(postgres() ? sql::open_postgres(place, sql::Access::ReadAndWrite)
                                            : sql::open_sqlite(place, sql::Access::ReadAndWrite));
      migrate(connection, step);
      before = fill(connection, step);
    }
    Store store(place);
    store.read([&](sql::Connection& connection) {
      for (const auto& [table, old] : before) {
        if (table == "signed_in") continue;  // sessions may end with an upgrade
        const TableText now = read_table(connection, table);
        ASSERT_EQ(now.rows.size(), 1U) << table << " from step " << step;
        for (std::size_t i = 0; i < now.columns.size(); ++i) {
          if (std::ranges::find(old.columns, now.columns[i]) == old.columns.end()) continue;
          EXPECT_EQ(now.rows[0][i], "1") << table << "." << now.columns[i];
        }
      }
    });
  }
}

TEST_P(Migrations, EndInTheSameSchemaFromWhereverTheyBegin) {
  std::map<std::string, std::vector<std::string>> fresh;
  const auto columns_of_all = [](sql::Connection& connection) {
    std::map<std::string, std::vector<std::string>> all;
    for (const std::string& table : tables()) all[table] = read_table(connection, table).columns;
    return all;
  };
  {
    sql::Connection connection = open();
    migrate(connection);
    fresh = columns_of_all(connection);
  }
  for (int step = 1; step < newest_schema() && !postgres(); ++step) {
    const Scratch scratch;
    sql::Connection connection(sql::open_sqlite(scratch.file(), sql::Access::ReadAndWrite));
    migrate(connection, step);
    migrate(connection);
    EXPECT_EQ(columns_of_all(connection), fresh) << "from step " << step;
  }
}

}  // namespace
}  // namespace kontor::store
