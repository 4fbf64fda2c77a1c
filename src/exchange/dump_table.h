#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"

namespace kontor::exchange {

// A table of a dump: comma-separated values (RFC 4180) in UTF-8, the first row the names of the
// columns. Every value stands in quotes; nothing between two commas is NULL.
struct DumpTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::optional<std::string>>> rows;

  bool operator==(const DumpTable&) const = default;
};

std::string write_dump_table(const DumpTable& table);

// The table of such a text; `file` names it in issues. Issue bad_syntax with its line, at the first
// fault.
base::Checked<DumpTable> read_dump_table(std::string_view text, const std::string& file);

}  // namespace kontor::exchange
