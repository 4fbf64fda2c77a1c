#pragma once

namespace CLI {
class App;
}

namespace kontor::cli {

// Adds the verb `start`: load, plan, publish, verify and serve, each only where it is still to be
// done.
void add_start(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
