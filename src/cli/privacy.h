#pragma once

namespace CLI {
class App;
}

namespace kontor::cli {

// Adds the verb `privacy`: what is kept of a person, to take along or to be deleted.
void add_privacy(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
