#pragma once

namespace CLI {
class App;
}

namespace kontor::cli {

// Adds the verb `agenda`: the published agenda of a person or an organisation.
void add_agenda(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
