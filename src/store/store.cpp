#include "store/store.h"

#include "sql/sqlite.h"
#include "store/schema.h"

namespace kontor::store {

namespace {

constexpr int readers = 4;

std::unique_ptr<sql::Connection> open(const std::string& file, sql::Access access) {
  return std::make_unique<sql::Connection>(sql::open_sqlite(file, access));
}

}  // namespace

Store::Store(const std::string& file)
    : pool_([&] { return open(file, sql::Access::ReadAndWrite); },
            [file] { return open(file, sql::Access::Read); }, readers) {
  const sql::Pool::Lease writer = pool_.writer();
  migrate(*writer);
}

}  // namespace kontor::store
