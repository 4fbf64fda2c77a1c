#include <gtest/gtest.h>

#include "sql/error.h"
#include "sql/sqlite.h"
#include "sql/transaction.h"
#include "store/scratch.h"

namespace kontor::sql {

namespace {

class Sql : public testing::Test {
 protected:
  Sql() : connection_(open_sqlite(scratch_.file(), Access::ReadAndWrite)) {
    connection_.run_script(
        "CREATE TABLE parent (id TEXT PRIMARY KEY);"
        "CREATE TABLE child (id BIGINT PRIMARY KEY, parent TEXT REFERENCES parent (id))");
  }
  std::int64_t count(std::string_view table) {
    Query query = connection_.query("SELECT count(*) FROM " + std::string(table));
    query.step();
    return query.integer(0);
  }
  Fault fault_of(std::string_view sql) {
    try {
      connection_.run(sql);
    } catch (const Error& error) {
      return error.fault();
    }
    ADD_FAILURE() << sql;
    return Fault::Other;
  }

  const store::Scratch scratch_;
  Connection connection_;
};

TEST_F(Sql, parameters_are_bound_by_their_number_not_by_their_order) {
  Query query = connection_.query("SELECT $2, $1, $2", std::string("one"), 2);
  ASSERT_TRUE(query.step());
  EXPECT_EQ(query.integer(0), 2);
  EXPECT_EQ(query.text(1), "one");
  EXPECT_EQ(query.integer(2), 2);
}

TEST_F(Sql, nothing_and_an_empty_text_are_different) {
  Query query = connection_.query("SELECT $1, $2", std::optional<std::string>(), std::string());
  ASSERT_TRUE(query.step());
  EXPECT_EQ(query.optional_text(0), std::nullopt);
  EXPECT_EQ(query.optional_text(1), "");
}

TEST_F(Sql, a_text_keeps_its_zero_bytes) {
  const std::string text("a\0b", 3);
  Query query = connection_.query("SELECT $1", text);
  ASSERT_TRUE(query.step());
  EXPECT_EQ(query.text(0), text);
}

TEST_F(Sql, one_statement_can_be_in_use_twice) {
  connection_.run("INSERT INTO parent (id) VALUES ($1), ($2)", std::string("a"), std::string("b"));
  int pairs = 0;
  Query outer = connection_.query("SELECT id FROM parent");
  while (outer.step()) {
    Query inner = connection_.query("SELECT id FROM parent");
    while (inner.step()) ++pairs;
  }
  EXPECT_EQ(pairs, 4);
}

TEST_F(Sql, a_transaction_not_committed_leaves_nothing) {
  {
    Transaction transaction(connection_);
    connection_.run("INSERT INTO parent (id) VALUES ('a')");
  }
  EXPECT_EQ(count("parent"), 0);
  {
    Transaction transaction(connection_);
    connection_.run("INSERT INTO parent (id) VALUES ('a')");
    transaction.commit();
  }
  EXPECT_EQ(count("parent"), 1);
}

TEST_F(Sql, faults_are_told_apart) {
  connection_.run("INSERT INTO parent (id) VALUES ('a')");
  EXPECT_EQ(fault_of("INSERT INTO parent (id) VALUES ('a')"), Fault::Unique);
  EXPECT_EQ(fault_of("INSERT INTO child (id, parent) VALUES (1, 'none')"), Fault::ForeignKey);
  EXPECT_EQ(fault_of("SELECT nonsense"), Fault::Other);
}

TEST_F(Sql, every_commit_is_flushed_and_foreign_keys_hold) {
  const auto setting = [&](std::string_view name) {
    Query query = connection_.query("PRAGMA " + std::string(name));
    query.step();
    return query.text(0);
  };
  EXPECT_EQ(setting("journal_mode"), "wal");
  EXPECT_EQ(setting("synchronous"), "2");
  EXPECT_EQ(setting("foreign_keys"), "1");
  EXPECT_EQ(setting("trusted_schema"), "0");
}

}  // namespace

}  // namespace kontor::sql
