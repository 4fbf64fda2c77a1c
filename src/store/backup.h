#pragma once
#include <cstdint>
#include <functional>
#include <string>

namespace kontor::store {

// What a backup holds, once it was read back.
struct BackedUp {
  std::int64_t rows = 0;
  std::string content_hash;  // store/content.h
  std::string mission;       // served; empty: none
  int published_version = 0;
};

using Progress = std::function<void(std::int64_t done, std::int64_t all)>;

// Copies the database `from` (store::Store), which may be in use, into the new SQLite file `to`:
// page by page from SQLite, from a repeatable-read snapshot of PostgreSQL. Reads it back whole:
// every page, the served mission and its published plan by their seals. Throws sql::Error.
BackedUp back_up(const std::string& from, const std::string& to, const Progress& on_progress);

// Reads a backup as above and tells what it holds. Throws sql::Error.
BackedUp check_backup(const std::string& file);

// Puts what the backup `from` holds into the empty database `to`; a new SQLite file appears under
// its name only once it is whole. Event streams begin anew, sessions and request keys are
// forgotten. Throws sql::Error, Other where `to` is not empty.
BackedUp restore(const std::string& from, const std::string& to, const Progress& on_progress);

}  // namespace kontor::store
