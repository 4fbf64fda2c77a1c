#pragma once

namespace CLI {
class App;
}

namespace kontor::cli {

// Adds the verb `host`: secret links for hosts of activities.
void add_host(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
