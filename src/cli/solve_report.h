#pragma once
#include <optional>
#include <string>

#include "cli/solve_proof.h"
#include "engine/breaks/explain.h"
#include "engine/breaks/problem.h"
#include "engine/breaks/solve.h"

namespace kontor::cli {

// All that is known of a brokerage event in the end.
struct SolveReport {
  engine::breaks::Answer answer;
  std::optional<engine::breaks::Conflict> conflict;  // why it is infeasible
  std::optional<ProofFiles> proof;
  double seconds = 0;
};

// One JSON object {"status","breaks","bound","seconds","schedule","conflict","proof"} on a line;
// what is not known is null.
std::string to_json(const SolveReport& report, const engine::breaks::Problem& problem);

// For people: the verdict, then the schedule slot by slot or the conflict.
std::string to_text(const SolveReport& report, const engine::breaks::Problem& problem);

}  // namespace kontor::cli
