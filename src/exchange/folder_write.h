#pragma once
#include <filesystem>
#include <map>
#include <string>

#include "mission/mission.h"

namespace kontor::exchange {

// The files of a mission folder, by name, in the one canonical spelling: reading them gives
// `mission` again, and writing what was read gives the same bytes. Files that would be empty are
// left out.
std::map<std::string, std::string> write_files(const mission::Mission& mission);

// The same into `folder`, which is created where it is missing; files of the format that are empty
// now are removed, other files are left alone. Throws std::filesystem::filesystem_error where the
// disk refuses.
void write_folder(const mission::Mission& mission, const std::filesystem::path& folder);

// All canonical files in one text: equal missions, and only those, have equal texts. Its SHA-256
// names the input of a plan.
std::string canonical_text(const mission::Mission& mission);

}  // namespace kontor::exchange
