#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "sql/access.h"
#include "sql/driver.h"
#include "sql/error.h"

struct sqlite3;

namespace kontor::sql {

// What an extended result code of SQLite means.
Fault fault_of_sqlite(int code);

// Throws Error for the last failure on `database`; `what` names the statement or the file.
[[noreturn]] void fail_sqlite(sqlite3* database, std::string_view what);

// An SQLite file: made where it is missing (ReadAndWrite), write-ahead log, every commit flushed to
// the disk (synchronous=FULL), foreign keys enforced, nothing trusted that the schema may have
// hidden in it. Waits 5 s for other writers. Throws Error.
std::unique_ptr<Driver> open_sqlite(const std::string& file, Access access);

}  // namespace kontor::sql
