#pragma once
#include <memory>
#include <string>

#include "sql/access.h"
#include "sql/driver.h"

namespace kontor::sql {

// An SQLite file: made where it is missing (ReadAndWrite), write-ahead log, every commit flushed to
// the disk (synchronous=FULL), foreign keys enforced, nothing trusted that the schema may have
// hidden in it. Waits 5 s for other writers. Throws Error.
std::unique_ptr<Driver> open_sqlite(const std::string& file, Access access);

}  // namespace kontor::sql
