#pragma once
#include <string>

#include "base/issue.h"
#include "mission/disruption.h"

namespace kontor::cli {

// Newcomers to `mission` from a folder with some of organisations.toml, people.toml and wishes.csv,
// written as in a mission folder (docs/mission-folder.md).
base::Checked<mission::Arrival> read_arrivals(const mission::Mission& mission,
                                              const std::string& folder);

// A new rule of protocol, from a file with one [[rule]] or from its fields, as
// exchange/additions.h reads them.
base::Checked<mission::RuleAdded> read_rule(const mission::Mission& mission,
                                            const std::string& file_or_fields);

}  // namespace kontor::cli
