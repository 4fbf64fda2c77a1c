#include "sql/sqlite.h"

#include <fmt/format.h>
#include <optional>
#include <sqlite3.h>
#include <thread>
#include <vector>

#include "base/check.h"
#include "sql/error.h"

namespace kontor::sql {

Fault fault_of_sqlite(int code) {
  if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY)
    return Fault::Unique;
  if (code == SQLITE_CONSTRAINT_FOREIGNKEY) return Fault::ForeignKey;
  if (code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_DATA ||
      code == SQLITE_IOERR_CORRUPTFS)
    return Fault::Corrupt;
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Fault::Busy;
    case SQLITE_FULL:
      return Fault::Full;
    case SQLITE_READONLY:
      return Fault::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Fault::Corrupt;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return Fault::CannotOpen;
    default:
      return Fault::Other;
  }
}

void fail_sqlite(sqlite3* database, std::string_view what) {
  const int code = sqlite3_extended_errcode(database);
  throw Error(fault_of_sqlite(code),
              fmt::format("{}: {} (SQLite {})", what, sqlite3_errmsg(database), code));
}

namespace {

constexpr int busy_timeout_milliseconds = 5000;
constexpr std::chrono::milliseconds news_pause{50};  // between two looks

class SqliteStatement : public Statement {
 public:
  SqliteStatement(sqlite3* database, std::string_view sql) : database_(database), sql_(sql) {
    if (sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement_, nullptr) != SQLITE_OK)
      fail_sqlite(database, sql);
    // SQLite numbers $n by first appearance, PostgreSQL by n: go by name.
    const int count = sqlite3_bind_parameter_count(statement_);
    for (int n = 1; n <= count; ++n) {
      const int index = sqlite3_bind_parameter_index(statement_, fmt::format("${}", n).c_str());
      CHECK(index > 0);
      indices_.push_back(index);
    }
  }
  SqliteStatement(const SqliteStatement&) = delete;
  SqliteStatement& operator=(const SqliteStatement&) = delete;
  ~SqliteStatement() override { sqlite3_finalize(statement_); }

  void bind_null(int parameter) override { check(sqlite3_bind_null(statement_, at(parameter))); }
  void bind(int parameter, std::int64_t value) override {
    check(sqlite3_bind_int64(statement_, at(parameter), value));
  }
  void bind(int parameter, std::string_view value) override {
    const char* bytes = value.empty() ? "" : value.data();  // a null pointer would bind NULL
    check(sqlite3_bind_text64(statement_, at(parameter), bytes, value.size(), SQLITE_TRANSIENT,
                              SQLITE_UTF8));
  }
  bool step() override {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) fail_sqlite(database_, sql_);
    return code == SQLITE_ROW;
  }
  void reset() override {
    sqlite3_reset(statement_);  // repeats the error of the last step, which was thrown then
    sqlite3_clear_bindings(statement_);
  }
  int columns() const override { return sqlite3_column_count(statement_); }
  std::string_view name(int column) const override {
    return sqlite3_column_name(statement_, column);
  }
  bool is_null(int column) const override {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
  }
  std::int64_t integer(int column) const override {
    return sqlite3_column_int64(statement_, column);
  }
  std::string_view text(int column) const override {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }

 private:
  int at(int parameter) const { return indices_.at(static_cast<std::size_t>(parameter - 1)); }
  void check(int code) const {
    if (code != SQLITE_OK) fail_sqlite(database_, sql_);
  }

  sqlite3* database_;
  std::string sql_;
  sqlite3_stmt* statement_ = nullptr;
  std::vector<int> indices_;  // of $1, $2, ... in SQLite's own numbering
};

class SqliteDriver : public Driver {
 public:
  SqliteDriver(const std::string& file, Access access) {
    const int flags =
        access == Access::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int code = sqlite3_open_v2(file.c_str(), &database_,
                                     flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    try {
      if (code != SQLITE_OK) fail_sqlite(database_, file);
      sqlite3_busy_timeout(database_, busy_timeout_milliseconds);
      sqlite3_db_config(database_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
      set_up(access);
    } catch (...) {
      sqlite3_close(database_);
      throw;
    }
  }
  SqliteDriver(const SqliteDriver&) = delete;
  SqliteDriver& operator=(const SqliteDriver&) = delete;
  ~SqliteDriver() override {
    version_.reset();
    sqlite3_close(database_);
  }

  std::unique_ptr<Statement> prepare(std::string_view sql) override {
    return std::make_unique<SqliteStatement>(database_, sql);
  }
  void run_script(const std::string& sql) override {
    if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
      fail_sqlite(database_, sql.substr(0, sql.find('\n')));
  }
  std::int64_t changed_rows() const override { return sqlite3_changes64(database_); }
  // A deferred transaction that writes later can fail with Busy at once; an immediate one waits.
  void make_append_only(const std::string& table) override {
    for (const std::string_view change : {"UPDATE", "DELETE"})
      run_script(
          fmt::format("CREATE TRIGGER IF NOT EXISTS {0}_no_{1} BEFORE {1} ON {0} "
                      "BEGIN SELECT RAISE(ABORT, 'rows of {0} stay as they are'); END",
                      table, change));
  }
  void begin_write() override { run_script("BEGIN IMMEDIATE"); }
  void begin_read() override { run_script("BEGIN"); }
  std::string_view skip_locked() const override { return ""; }  // there is one writer at a time
  void announce() override {}                                   // every commit of others is seen
  bool wait_for_news(std::chrono::milliseconds most) override {
    const auto end = std::chrono::steady_clock::now() + most;
    for (;;) {
      const std::int64_t version = *this->version();
      const bool news = version != seen_version_;
      seen_version_ = version;
      if (news || std::chrono::steady_clock::now() >= end) return news;
      std::this_thread::sleep_for(news_pause);
    }
  }
  std::optional<std::int64_t> version() override {
    if (!version_) version_.emplace(database_, "PRAGMA data_version");
    version_->step();
    const std::int64_t version = version_->integer(0);
    version_->reset();
    return version;
  }

 private:
  void set_up(Access access) {
    if (access == Access::ReadAndWrite && sqlite3_db_readonly(database_, "main") == 0)
      run_script("PRAGMA journal_mode=WAL");
    run_script(
        "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;"
        "PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY");
  }

  sqlite3* database_ = nullptr;
  std::optional<SqliteStatement> version_;
  std::int64_t seen_version_ = 0;
};

}  // namespace

std::unique_ptr<Driver> open_sqlite(const std::string& file, Access access) {
  return std::make_unique<SqliteDriver>(file, access);
}

}  // namespace kontor::sql
