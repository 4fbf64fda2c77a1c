#pragma once
#include <stdexcept>
#include <string>
#include <string_view>

namespace kontor::sql {

// What went wrong in a database, however it names it.
enum class Fault {
  Unique,      // a key is there already
  ForeignKey,  // a row refers to one that is not there
  Busy,        // another writer held it for longer than the busy timeout
  Full,        // no space is left
  ReadOnly,    // the file or directory may not be written
  Corrupt,     // what is stored is damaged, or is no database
  CannotOpen,  // there is no such file and none can be made
  Newer,       // written by a newer version of this program
  Gone,        // the connection to the database was lost
  Other,
};

std::string_view word(Fault fault);

// Thrown wherever the database fails. what() names the statement and the database's own words,
// never the values bound.
class Error : public std::runtime_error {
 public:
  Error(Fault fault, const std::string& what) : std::runtime_error(what), fault_(fault) {}
  Fault fault() const { return fault_; }

 private:
  Fault fault_;
};

}  // namespace kontor::sql
