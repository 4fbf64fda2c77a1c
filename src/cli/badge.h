#pragma once

namespace CLI {
class App;
}

namespace kontor::cli {

// Adds the verb `badge`: verifies the token of a badge without a network or a database.
void add_badge(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
