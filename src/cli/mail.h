#pragma once

namespace CLI {
class App;
}

namespace kontor::cli {

// Adds the verb `mail`: the outbox of letters.
void add_mail(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
