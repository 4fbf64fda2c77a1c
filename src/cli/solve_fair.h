#pragma once
#include <cstdint>
#include <iosfwd>
#include <string>

namespace kontor::cli {

struct SolveFairOptions {
  std::string file;      // docs/fair-file.md
  double seconds = 300;  // stop after so long with what is there then
  std::uint64_t seed = 1;
  bool json = false;
  std::string plan_file = {};  // where to write the plan with its certificate; empty: nowhere
};

// Whether `file` starts like a fair file.
bool is_fair_file(const std::string& file);

// Plans the meetings of the fair and prints the answer, checked independently: one JSON object
// (docs/fair-file.md) or a text for people. Returns the exit code: 0 for an answer of whatever
// status, 1 if the plan file cannot be written, 2 for bad input. Faults, and on long runs progress,
// go to `errors`.
int run_solve_fair(const SolveFairOptions& options, std::ostream& out, std::ostream& errors);

}  // namespace kontor::cli
