#pragma once
#include <filesystem>

#include "base/issue.h"
#include "mission/disruption.h"

namespace kontor::cli {

// Newcomers to `mission` from a folder with some of organisations.toml, people.toml and wishes.csv,
// written as in a mission folder (docs/mission-folder.md).
base::Checked<mission::Arrival> read_arrivals(const mission::Mission& mission,
                                              const std::filesystem::path& folder);

}  // namespace kontor::cli
