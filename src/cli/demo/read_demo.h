#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>

#include "base/issue.h"
#include "mission/mission.h"

namespace kontor::cli::demo {

// Reads the facts in `folder`/facts and completes them as `folder`/demo/demo.toml says, with its
// seed or another one. The result is validated.
base::Checked<mission::Mission> read_demo(const std::filesystem::path& folder,
                                          std::optional<int> seed = {});

// The same with the facts and the settings given one by one.
base::Checked<mission::Mission> read_demo_from(const std::filesystem::path& facts_folder,
                                               const std::filesystem::path& settings_file,
                                               std::optional<int> seed = {});

}  // namespace kontor::cli::demo
