#pragma once

namespace CLI {
class App;
}

namespace kontor::cli {

// Adds `kontor generate demo FACTS_FOLDER -o FOLDER [--seed N] [--settings FILE]`: writes the
// completed mission folder. Sets `exit_code` when it has run.
void add_generate(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
