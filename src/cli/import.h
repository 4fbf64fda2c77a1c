#pragma once

namespace CLI {
class App;
}

namespace kontor::cli {

// kontor import: tables of agencies into the served mission of a database.
void add_import(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
