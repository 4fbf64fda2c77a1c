#pragma once
#include <string>

#include "engine/breaks/problem.h"
#include "engine/breaks/solve.h"

namespace kontor::cli {

// The formula that a proof refutes, and the proof.
struct ProofFiles {
  enum class State {
    Written,
    Trivial,   // there cannot be fewer than no breaks: nothing written
    Unproven,  // no proven answer, or the time was over before the proof: nothing written
  };
  State state = State::Unproven;
  std::string formula;  // DIMACS: FILE.cnf for a proof FILE.drat or FILE.lrat
  std::string proof;    // DRAT or LRAT, in text form
};

// Writes why nothing is better than `answer` (docs/proof-file.md). Throws
// std::system_error when a file cannot be written.
ProofFiles write_proof(const engine::breaks::Problem& problem, const engine::breaks::Answer& answer,
                       const std::string& proof_file, const engine::breaks::Stop& stop);

std::string to_json(const ProofFiles& files);
std::string in_words(const ProofFiles& files);

}  // namespace kontor::cli
