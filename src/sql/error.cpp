#include "sql/error.h"

#include <array>

namespace kontor::sql {

std::string_view word(Fault fault) {
  constexpr std::array<std::string_view, 10> words{
      "unique",  "foreign_key", "busy",  "full", "read_only",
      "corrupt", "cannot_open", "newer", "gone", "other"};
  return words.at(static_cast<std::size_t>(fault));
}

}  // namespace kontor::sql
