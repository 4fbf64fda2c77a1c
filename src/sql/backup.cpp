#include "sql/backup.h"

#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <sqlite3.h>

#include "sql/connection.h"
#include "sql/error.h"
#include "sql/sqlite.h"
#include "sql/transaction.h"

namespace kontor::sql {

namespace {

constexpr int pages_at_once = 256;

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, Close>;

Database open(const std::string& file, int flags) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(raw);
  if (code != SQLITE_OK) fail_sqlite(raw, file);
  return database;
}

void run(sqlite3* database, const std::string& file, const char* script) {
  if (sqlite3_exec(database, script, nullptr, nullptr, nullptr) != SQLITE_OK)
    fail_sqlite(database, file);
}

void copy_pages(sqlite3* source, sqlite3* target, const std::string& to,
                const std::function<void(std::int64_t, std::int64_t)>& on_progress) {
  const std::unique_ptr<sqlite3_backup, int (*)(sqlite3_backup*)> backup(
      sqlite3_backup_init(target, "main", source, "main"), sqlite3_backup_finish);
  if (!backup) fail_sqlite(target, to);
  int code = SQLITE_OK;
  while (code == SQLITE_OK) {
    code = sqlite3_backup_step(backup.get(), pages_at_once);
    const int all = sqlite3_backup_pagecount(backup.get());
    if (on_progress) on_progress(all - sqlite3_backup_remaining(backup.get()), all);
  }
  if (code != SQLITE_DONE)
    throw Error(fault_of_sqlite(code),
                fmt::format("{}: {} (SQLite {})", to, sqlite3_errstr(code), code));
}

}  // namespace

void back_up_sqlite(const std::string& from, const std::string& to,
                    const std::function<void(std::int64_t, std::int64_t)>& on_progress) {
  if (std::filesystem::exists(to))
    throw Error(Fault::CannotOpen, to + " is there already and is not written over");
  const Database source = open(from, SQLITE_OPEN_READONLY);
  sqlite3_busy_timeout(source.get(), 5000);
  // The picture is taken with the first read of the transaction, so that writers start nothing
  // anew.
  run(source.get(), from, "BEGIN; SELECT count(*) FROM sqlite_master");
  try {
    const Database target = open(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    run(target.get(), to, "PRAGMA synchronous=FULL");
    copy_pages(source.get(), target.get(), to, on_progress);
    run(target.get(), to, "PRAGMA journal_mode=DELETE");  // one file, readable from any medium
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(to, ignored);
    throw;
  }
}

void check_sqlite(const std::string& file) {
  Connection connection(open_sqlite(file, Access::Read));
  Query query = connection.query("PRAGMA integrity_check(1)");
  if (!query.step() || query.text(0) != "ok")
    throw Error(Fault::Corrupt, fmt::format("{}: {}", file, query.text(0)));
}

}  // namespace kontor::sql
