#pragma once
#include "actions/context.h"

namespace CLI {
class App;
}

namespace kontor::cli {

// Verifies the published plan of `context` and says so on standard output. Faults go to standard
// error; exit_bad_input then, and where nothing is published.
int verify_published(actions::Context& context);

// Adds the verb `verify`.
void add_verify(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
