#include "store/store.h"

#include "sql/postgres.h"
#include "sql/sqlite.h"
#include "store/schema.h"

namespace kontor::store {

namespace {

constexpr int readers = 4;

std::unique_ptr<sql::Connection> open(const std::string& where, sql::Access access) {
  return std::make_unique<sql::Connection>(sql::is_postgres(where)
                                               ? sql::open_postgres(where, access)
                                               : sql::open_sqlite(where, access));
}

}  // namespace

Store::Store(const std::string& where)
    : pool_([&] { return open(where, sql::Access::ReadAndWrite); },
            [where] { return open(where, sql::Access::Read); }, readers) {
  const sql::Pool::Lease writer = pool_.writer();
  migrate(*writer);
}

}  // namespace kontor::store
