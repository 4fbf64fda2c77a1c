#pragma once
#include <iosfwd>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace kontor::cli {

struct NoteCommand {
  std::vector<std::string> figures;
  std::string home = "BE", partner = "US", year, language = "en";
  std::string trade_concept = "community", format = "text", to;
  int years = 6;
};

// Writes the bilateral briefing of two countries to `out` or into the file `to`.
int run_note(const NoteCommand& command, std::ostream& out, std::ostream& errors);

// Adds the verb `note`.
void add_note(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
