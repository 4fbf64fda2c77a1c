#pragma once

namespace CLI {
class App;
}

namespace kontor::cli {

// Adds the verb `provider` to `account`: through which identity providers people sign in.
void add_provider(CLI::App& account, int& exit_code);

}  // namespace kontor::cli
