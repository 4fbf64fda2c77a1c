#include <gtest/gtest.h>

#include "sql/error.h"
#include "sql/postgres.h"
#include "sql/sqlite.h"
#include "sql/transaction.h"
#include "store/databases.h"

namespace kontor::sql {

namespace {

class Sql : public store::OnBoth {
 protected:
  void SetUp() override {
    store::OnBoth::SetUp();
    if (IsSkipped()) return;
    made_ = std::make_unique<Connection>(postgres() ? open_postgres(where(), Access::ReadAndWrite)
                                                    : open_sqlite(where(), Access::ReadAndWrite));
    made_->run_script(
        "CREATE TABLE parent (id TEXT PRIMARY KEY);"
        "CREATE TABLE child (id BIGINT PRIMARY KEY, parent TEXT REFERENCES parent (id))");
  }
  std::int64_t count(std::string_view table) {
    Query query = connection().query("SELECT count(*) FROM " + std::string(table));
    query.step();
    return query.integer(0);
  }
  Fault fault_of(std::string_view sql) {
    try {
      connection().run(sql);
    } catch (const Error& error) {
      return error.fault();
    }
    ADD_FAILURE() << sql;
    return Fault::Other;
  }

  Connection& connection() { return *made_; }

 private:
  std::unique_ptr<Connection> made_;
};
INSTANTIATE_TEST_SUITE_P(Databases, Sql, testing::Values("sqlite", "postgres"),
                         store::database_name);

TEST_P(Sql, parameters_are_bound_by_their_number_not_by_their_order) {
  Query query = connection().query("SELECT $2, $1, $2", std::string("one"), 2);
  ASSERT_TRUE(query.step());
  EXPECT_EQ(query.integer(0), 2);
  EXPECT_EQ(query.text(1), "one");
  EXPECT_EQ(query.integer(2), 2);
}

TEST_P(Sql, the_version_grows_with_the_commits_of_others_and_only_with_them) {
  Connection watching(postgres() ? open_postgres(where(), Access::Read)
                                 : open_sqlite(where(), Access::Read));
  const auto before = watching.version();
  if (postgres()) {
    EXPECT_EQ(before, std::nullopt) << "it cannot tell so fast";
    return;
  }
  EXPECT_EQ(watching.version(), before);
  connection().begin_write();
  connection().run("INSERT INTO parent VALUES ('a')");
  EXPECT_EQ(watching.version(), before);
  connection().run_script("COMMIT");
  const auto after = watching.version();
  EXPECT_GT(after, before);
  EXPECT_EQ(watching.version(), after);
}

TEST_P(Sql, nothing_and_an_empty_text_are_different) {
  Query query = connection().query("SELECT $1, $2", std::optional<std::string>(), std::string());
  ASSERT_TRUE(query.step());
  EXPECT_EQ(query.optional_text(0), std::nullopt);
  EXPECT_EQ(query.optional_text(1), "");
}

TEST_P(Sql, a_text_keeps_its_zero_bytes_or_is_refused) {
  const std::string text("a\0b", 3);
  if (postgres()) {
    EXPECT_THROW(connection().run("SELECT $1", text), Error);
    return;
  }
  Query query = connection().query("SELECT $1", text);
  ASSERT_TRUE(query.step());
  EXPECT_EQ(query.text(0), text);
}

TEST_P(Sql, one_statement_can_be_in_use_twice) {
  connection().run("INSERT INTO parent (id) VALUES ($1), ($2)", std::string("a"), std::string("b"));
  int pairs = 0;
  Query outer = connection().query("SELECT id FROM parent");
  while (outer.step()) {
    Query inner = connection().query("SELECT id FROM parent");
    while (inner.step()) ++pairs;
  }
  EXPECT_EQ(pairs, 4);
}

TEST_P(Sql, a_transaction_not_committed_leaves_nothing) {
  {
    Transaction transaction(connection());
    connection().run("INSERT INTO parent (id) VALUES ('a')");
  }
  EXPECT_EQ(count("parent"), 0);
  {
    Transaction transaction(connection());
    connection().run("INSERT INTO parent (id) VALUES ('a')");
    transaction.commit();
  }
  EXPECT_EQ(count("parent"), 1);
}

TEST_P(Sql, a_writer_waits_for_another_and_then_says_that_the_database_is_busy) {
  Connection other(postgres() ? open_postgres(where(), Access::ReadAndWrite)
                              : open_sqlite(where(), Access::ReadAndWrite));
  const Transaction first(connection());
  try {
    const Transaction second(other);
    FAIL() << "two write at once";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::Busy);
  }
}

TEST_P(Sql, who_reads_does_not_write) {
  Connection reader(postgres() ? open_postgres(where(), Access::Read)
                               : open_sqlite(where(), Access::Read));
  try {
    reader.run("INSERT INTO parent (id) VALUES ('a')");
    FAIL() << "a reader wrote";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::ReadOnly);
  }
}

TEST_P(Sql, faults_are_told_apart) {
  connection().run("INSERT INTO parent (id) VALUES ('a')");
  EXPECT_EQ(fault_of("INSERT INTO parent (id) VALUES ('a')"), Fault::Unique);
  EXPECT_EQ(fault_of("INSERT INTO child (id, parent) VALUES (1, 'none')"), Fault::ForeignKey);
  EXPECT_EQ(fault_of("SELECT nonsense"), Fault::Other);
}

TEST_P(Sql, every_commit_is_flushed_and_foreign_keys_hold) {
  if (postgres()) {
    Query query = connection().query("SHOW synchronous_commit");
    query.step();
    EXPECT_EQ(query.text(0), "on");
    return;
  }
  const auto setting = [&](std::string_view name) {
    Query query = connection().query("PRAGMA " + std::string(name));
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
