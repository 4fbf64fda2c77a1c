#pragma once
#include <cstddef>
#include <iosfwd>
#include <string>

#include "base/issue.h"

namespace kontor::cli {

// The bytes of the file `name`, or why it is not read: it is missing, no plain file, or larger than
// `most_bytes`, of which no more than that many are read.
base::Checked<std::string> read_bytes(const std::string& name, std::size_t most_bytes);

// Words all `issues` on `errors`, one a line; gives exit_bad_input.
int refuse(const base::Issues& issues, std::ostream& errors);

}  // namespace kontor::cli
