#include "sql/transaction.h"

#include "sql/error.h"

namespace kontor::sql {

namespace {

// A failed statement may have ended the transaction already; then there is nothing to roll back.
void roll_back(Connection& connection) {
  try {
    connection.run("ROLLBACK");
  } catch (const Error&) {
    return;
  }
}

}  // namespace

Transaction::Transaction(Connection& connection) : connection_(connection) {
  connection.begin_write();
}

Transaction::~Transaction() {
  if (open_) roll_back(connection_);
}

void Transaction::commit() {
  connection_.run("COMMIT");
  open_ = false;
}

Snapshot::Snapshot(Connection& connection) : connection_(connection) {
  connection.begin_read();
}

Snapshot::~Snapshot() {
  roll_back(connection_);
}

}  // namespace kontor::sql
