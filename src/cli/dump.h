#pragma once
#include <filesystem>
#include <string>

#include "base/issue.h"
#include "store/store.h"

namespace CLI {
class App;
}

namespace kontor::cli {

// Everything that `store` holds, as text, into the new or empty `folder`: each mission as a mission
// folder in missions/KEY, all else as one table a file in tables/, and in dump.txt the SHA-256 of
// the content (store/content.h). Sessions and request keys are left out. Gives that hash. Throws
// sql::Error and std::filesystem errors.
std::string dump(store::Store& store, const std::filesystem::path& folder);

// Puts such a folder into an empty database. Issues of its files; bad_dump where the content that
// was written is not what dump.txt names: then the database is left as it was.
base::Checked<std::string> restore_dump(const std::filesystem::path& folder, store::Store& store);

// Adds the verb `dump`.
void add_dump(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
