#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <type_traits>

#include "sql/lease.h"
#include "sql/pool.h"
#include "sql/transaction.h"

namespace kontor::store {

// One database: a writer and a few readers. Thread safe. Everything throws sql::Error where
// the database or disk fails. The queries stand beside this, as free functions over a connection.
class Store {
 public:
  // Opens the SQLite file or the PostgreSQL database (a URI, see sql/postgres.h) `where`, makes a
  // missing file, and migrates to the newest schema. Throws sql::Error Newer for the database of a
  // newer Kontor.
  explicit Store(const std::string& where);

  // `work(connection)` in one transaction that is durable on return and undone by an exception.
  // Writers wait for each other.
  template <class Work>
  auto write(Work&& work) {
    const sql::Pool::Lease lease = pool_.writer();
    sql::Transaction transaction(*lease);
    if constexpr (std::is_void_v<decltype(work(*lease))>) {
      work(*lease);
      transaction.commit();
    } else {
      auto result = work(*lease);
      transaction.commit();
      return result;
    }
  }

  // `work(connection)` on one unchanging picture of the database; must not write.
  template <class Work>
  auto read(Work&& work) {
    const sql::Pool::Lease lease = pool_.reader();
    const sql::Snapshot snapshot(*lease);
    return work(*lease);
  }

  // Waits on a connection of its own until somebody may have written, at most for `most`; false: no
  // news. Called by one thread.
  bool wait_for_news(std::chrono::milliseconds most);

  // A number that grows with every commit of anybody, this process or another; whatever was read
  // since it had its value still holds. Nothing where the database cannot tell within
  // microseconds: PostgreSQL, and where it does not answer.
  std::optional<std::int64_t> version();

  // The lease of that name on this database (sql/lease.h); null where somebody else has it.
  std::unique_ptr<sql::Lease> try_lease(const std::string& name);

 private:
  std::string where_;
  std::unique_ptr<sql::Connection> news_;
  std::mutex version_mutex_;
  std::unique_ptr<sql::Connection> version_;  // reads nothing else
  std::int64_t versions_opened_ = 0;
  sql::Pool pool_;
};

}  // namespace kontor::store
