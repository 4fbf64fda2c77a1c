#pragma once

namespace CLI {
class App;
}

namespace kontor::cli {

// Adds the verb `account`: who may sign in.
void add_account(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
