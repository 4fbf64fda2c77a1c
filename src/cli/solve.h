#pragma once
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace kontor::cli {

struct SolveOptions {
  std::string file;               // MiniZinc data of a brokerage event
  std::optional<int> fairness{};  // of an event: numbers of breaks of any two participants differ
                                  // by at most this; 2
  double seconds = 300;           // stop after so long with what is known then
  std::uint64_t seed = 1;
  std::string proof{};  // where to write why no schedule is better: FILE.drat; empty: nowhere
  bool json = false;
  // Where to write the plan of a fair, or of an event the answer as one JSON object
  // (solve_report.h); empty: nowhere.
  std::string plan_file{};
};

// Plans the event with the fewest breaks and prints the answer, checked independently: one JSON
// object (solve_report.h) or a text for people. Returns the exit code: 0 for an answer of whatever
// status, 2 for bad input, whose faults go to `errors`, 1 when a file cannot be written.
int run_solve(const SolveOptions& options, std::ostream& out, std::ostream& errors);

// Adds the verb `solve`; when chosen it runs and sets `exit_code`.
void add_solve(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
