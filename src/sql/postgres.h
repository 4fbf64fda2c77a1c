#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "sql/access.h"
#include "sql/driver.h"

namespace kontor::sql {

// Whether `where` names a PostgreSQL database rather than a file: "postgresql://…" or
// "postgres://…".
bool is_postgres(std::string_view where);

// A connection to a PostgreSQL database (version 15 or newer) by its connection URI. Writing
// transactions of all connections to the database wait for each other, at most 5 s, as with SQLite;
// commits are flushed by the server (synchronous_commit=on). A connection that was lost fails the
// transaction with Gone and is made anew by the next one. A text with a zero byte is refused: this
// database cannot hold it. Throws Error, which never names the password.
std::unique_ptr<Driver> open_postgres(const std::string& uri, Access access);

}  // namespace kontor::sql
