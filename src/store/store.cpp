#include "store/store.h"

#include "sql/error.h"
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
    : where_(where),
      pool_([&] { return open(where, sql::Access::ReadAndWrite); },
            [where] { return open(where, sql::Access::Read); }, readers) {
  const sql::Pool::Lease writer = pool_.writer();
  migrate(*writer);
}

std::unique_ptr<sql::Lease> Store::try_lease(const std::string& name) {
  return sql::is_postgres(where_) ? sql::try_lease_postgres(where_, name)
                                  : sql::try_lease_file(where_ + "." + name);
}

bool Store::wait_for_news(std::chrono::milliseconds most) {
  if (!news_) news_ = open(where_, sql::Access::Read);
  return news_->wait_for_news(most);
}

std::optional<std::int64_t> Store::version() {
  if (sql::is_postgres(where_)) return std::nullopt;
  const std::lock_guard lock(version_mutex_);
  try {
    if (!version_) {
      version_ = open(where_, sql::Access::Read);
      ++versions_opened_;
    }
    const auto version = version_->version();
    if (!version) return std::nullopt;
    return (versions_opened_ << 40) + *version;  // each connection counts for itself
  } catch (const sql::Error&) {
    version_.reset();
    return std::nullopt;
  }
}

}  // namespace kontor::store
