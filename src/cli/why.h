#pragma once

namespace CLI {
class App;
}

namespace kontor::cli {

// Adds the verb `why`: why a wish is not in the published plan, the change that would grant it, and
// with --apply that change.
void add_why(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
