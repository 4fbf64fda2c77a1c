#pragma once

namespace CLI {
class App;
}

namespace kontor::cli {

// Adds the verb `move`: everything of one database into another, empty one of either kind.
void add_move(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
