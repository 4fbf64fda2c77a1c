#pragma once

namespace CLI {
class App;
}

namespace kontor::cli {

// Adds the verbs `backup` and `restore`: everything into one file that was read back, and from it
// into an empty database of either kind.
void add_backup(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
