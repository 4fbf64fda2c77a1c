#pragma once
#include <filesystem>
#include <map>
#include <string>

#include "base/issue.h"
#include "mission/mission.h"

namespace kontor::exchange {

// The largest file of a mission folder that is read, in bytes.
inline constexpr std::size_t largest_file_bytes = 8U << 20U;

// The most faults reported of one folder; the last of them then counts others.
inline constexpr std::size_t most_issues = 1000;

// Reads the mission folder at `folder` (docs/mission-folder.md) and validates it. Every fault of
// every file is reported at once, with file, line and column, in the order of files and lines. A
// missing file is an empty one, except for mission.toml.
base::Checked<mission::Mission> read_folder(const std::filesystem::path& folder);

// The same from the contents of its files, by file name.
base::Checked<mission::Mission> read_files(const std::map<std::string, std::string>& files);

// The mission whose canonical text (folder_write.h) this is; issue "bad_text" for any other text.
base::Checked<mission::Mission> read_canonical(const std::string& text);

}  // namespace kontor::exchange
