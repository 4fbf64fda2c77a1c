#pragma once

namespace CLI {
class App;
}

namespace kontor::cli {

// Adds the verb `export`: the served mission and its published plan as CSV or XLSX.
void add_export(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
