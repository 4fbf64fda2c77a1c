#pragma once

namespace CLI {
class App;
}

namespace kontor::cli {

// Adds the verb `fairness`: the ledger of the published plan, what a minimum for every group costs,
// and with --apply a plan that keeps it.
void add_fairness(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
