#include "sql/lease.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "sql/connection.h"
#include "sql/error.h"
#include "sql/postgres.h"

namespace kontor::sql {

namespace {

class PostgresLease : public Lease {
 public:
  explicit PostgresLease(std::unique_ptr<Connection> connection)
      : connection_(std::move(connection)) {}

 private:
  std::unique_ptr<Connection> connection_;  // the lock ends with it
};

class FileLease : public Lease {
 public:
  explicit FileLease(int file) : file_(file) {}
  FileLease(const FileLease&) = delete;
  FileLease& operator=(const FileLease&) = delete;
  ~FileLease() override { ::close(file_); }

 private:
  int file_;
};

}  // namespace

std::unique_ptr<Lease> try_lease_postgres(const std::string& uri, const std::string& name) {
  auto connection = std::make_unique<Connection>(open_postgres(uri, Access::ReadAndWrite));
  {
    // The two numbers are a space of their own, beside the writers' one (sql/postgres.cpp).
    Query query = connection->query("SELECT pg_try_advisory_lock(27503, hashtext($1))", name);
    if (!query.step() || query.text(0) != "t") return nullptr;
  }
  return std::make_unique<PostgresLease>(std::move(connection));
}

std::unique_ptr<Lease> try_lease_file(const std::string& file) {
  const int handle = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (handle < 0) throw Error(Fault::CannotOpen, file + " cannot be made");
  if (::flock(handle, LOCK_EX | LOCK_NB) == 0) return std::make_unique<FileLease>(handle);
  ::close(handle);
  return nullptr;
}

}  // namespace kontor::sql
