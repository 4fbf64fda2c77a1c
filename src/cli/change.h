#pragma once

namespace CLI {
class App;
}

namespace kontor::cli {

// Verb `change`: what a disruption of the published plan would bring, and making it so.
void add_change(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
