#include "store/backup.h"

#include <filesystem>
#include <fmt/format.h>

#include "sql/backup.h"
#include "sql/error.h"
#include "sql/postgres.h"
#include "sql/sqlite.h"
#include "sql/transaction.h"
#include "store/content.h"
#include "store/copy.h"
#include "store/events.h"
#include "store/missions.h"
#include "store/plans.h"
#include "store/schema.h"
#include "store/store.h"

namespace kontor::store {

namespace {

namespace fs = std::filesystem;

BackedUp read_back(sql::Connection& connection) {
  BackedUp found;
  for (const std::string& table : tables()) {
    sql::Query query = connection.query("SELECT count(*) FROM " + table);
    query.step();
    found.rows += query.integer(0);
  }
  found.content_hash = content_hash(connection);
  const auto state = read_served_state(connection);
  if (!state) return found;
  found.mission = state->id.value;
  found.published_version = state->published_version;
  read_mission(connection, state->id);  // throws where its seal is broken
  if (state->published_version > 0) read_plan(connection, state->id, state->published_version);
  return found;
}

// What must not go on as if nothing had happened.
void begin_anew(Store& store) {
  store.write([](sql::Connection& connection) {
    restart_event_log(connection);
    connection.run("DELETE FROM signed_in");
    connection.run("DELETE FROM challenge");
    connection.run("DELETE FROM request_key");
  });
}

bool is_empty(const std::string& file) {
  Store store(file);
  return store.read([](sql::Connection& connection) {
    for (const std::string& table : tables()) {
      sql::Query query = connection.query("SELECT count(*) FROM " + table);
      query.step();
      if (query.integer(0) > 0) return false;
    }
    return true;
  });
}

void remove_file(const std::string& file) {
  for (const char* tail : {"", "-wal", "-shm"}) fs::remove(file + tail);
}

// A copy of the backup, brought to the newest schema and read back.
BackedUp restore_copy(const std::string& from, const std::string& copy,
                      const Progress& on_progress) {
  remove_file(copy);
  sql::check_sqlite(from);
  sql::back_up_sqlite(from, copy, on_progress);
  Store store(copy);
  BackedUp found = store.read(read_back);
  begin_anew(store);
  return found;
}

}  // namespace

BackedUp check_backup(const std::string& file) {
  sql::check_sqlite(file);
  sql::Connection connection(sql::open_sqlite(file, sql::Access::Read));
  const sql::Snapshot snapshot(connection);
  return read_back(connection);
}

BackedUp back_up(const std::string& from, const std::string& to, const Progress& on_progress) {
  if (!sql::is_postgres(from)) {
    sql::back_up_sqlite(from, to, on_progress);
  } else {
    if (fs::exists(to))
      throw sql::Error(sql::Fault::CannotOpen, to + " is there already and is not written over");
    Store source(from);
    Store target(to);
    copy_everything(source, target, on_progress);
  }
  return check_backup(to);
}

// A file is made beside its place and then renamed: one that is there is whole.
BackedUp restore(const std::string& from, const std::string& to, const Progress& on_progress) {
  const bool file = !sql::is_postgres(to);
  if (file && fs::exists(to) && !is_empty(to))
    throw sql::Error(sql::Fault::Other, to + " is not empty; restore into another data folder");
  const std::string copy = (file ? to : from) + ".restoring";
  BackedUp found = restore_copy(from, copy, on_progress);
  if (file) {
    sql::Connection(sql::open_sqlite(copy, sql::Access::ReadAndWrite))
        .run_script("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE");
    remove_file(to);
    fs::rename(copy, to);
    return found;
  }
  Store source(copy);
  Store target(to);
  copy_everything(source, target, on_progress);
  remove_file(copy);
  return found;
}

}  // namespace kontor::store
