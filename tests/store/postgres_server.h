#pragma once
#include <optional>
#include <string>

#include "store/scratch.h"

namespace kontor::store {

// A PostgreSQL server of the tests' own on a socket in a scratch folder, stopped with the process.
// Needs Debian's `postgresql` package, no running server; as root it runs as user postgres.
class PostgresServer {
 public:
  // The one of this process, started by the first call; nothing where PostgreSQL is not installed.
  static PostgresServer* get();

  // `programs`: the folder of initdb and pg_ctl.
  explicit PostgresServer(std::string programs) : programs_(std::move(programs)) {}
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;
  ~PostgresServer();

  std::string new_database();  // its URI
  void stop_at_once();         // as if its machine had lost power
  void start();

 private:
  bool make();
  bool run(const std::string& command) const;
  std::string uri(const std::string& database) const;

  Scratch scratch_;
  std::string programs_;
  int databases_ = 0;
};

}  // namespace kontor::store
