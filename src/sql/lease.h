#pragma once
#include <memory>
#include <string>

namespace kontor::sql {

// A right that one process has at a time and that ends with the process, however it ends: no clock
// is asked. Given back when destroyed.
class Lease {
 public:
  virtual ~Lease() = default;
};

// An advisory lock of the database, held by a connection of its own; null where another has it.
// Throws Error.
std::unique_ptr<Lease> try_lease_postgres(const std::string& uri, const std::string& name);

// A lock on `file`, which is made where it is missing. Throws Error.
std::unique_ptr<Lease> try_lease_file(const std::string& file);

}  // namespace kontor::sql
