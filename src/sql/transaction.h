#pragma once
#include "sql/connection.h"

namespace kontor::sql {

// All or nothing: what is written between its making and commit(). Undone when destroyed before.
// The one writer of the database while it lives.
class Transaction {
 public:
  explicit Transaction(Connection& connection);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  void commit();  // durable on return

 private:
  Connection& connection_;
  bool open_ = true;
};

// One unchanging picture of the database for several queries.
class Snapshot {
 public:
  explicit Snapshot(Connection& connection);
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot();

 private:
  Connection& connection_;
};

}  // namespace kontor::sql
