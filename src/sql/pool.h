#pragma once
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "sql/connection.h"

namespace kontor::sql {

// One writing connection and up to `readers` reading ones, lent to one thread at a time. Thread
// safe; who finds all lent out waits.
class Pool {
 public:
  // A connection on loan, given back when destroyed.
  class Lease {
   public:
    Lease(Pool& pool, std::unique_ptr<Connection> connection, bool writes)
        : pool_(&pool), connection_(std::move(connection)), writes_(writes) {}
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease();

    Connection& operator*() const { return *connection_; }
    Connection* operator->() const { return connection_.get(); }

   private:
    Pool* pool_;
    std::unique_ptr<Connection> connection_;
    bool writes_;
  };

  using Open = std::function<std::unique_ptr<Connection>()>;

  // `open_writer` is called at once, `open_reader` when one is needed.
  Pool(const Open& open_writer, Open open_reader, int readers);

  Lease writer();
  Lease reader();

 private:
  void give_back(std::unique_ptr<Connection> connection, bool writes);

  std::mutex mutex_;
  std::condition_variable returned_;
  std::unique_ptr<Connection> writer_;  // null while lent
  Open open_reader_;
  std::vector<std::unique_ptr<Connection>> idle_readers_;
  int readers_left_;  // that may still be opened
};

}  // namespace kontor::sql
