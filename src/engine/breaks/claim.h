#pragma once
#include <cstdio>
#include <optional>
#include <string>

#include "engine/breaks/encoding.h"
#include "engine/breaks/problem.h"
#include "engine/breaks/sat.h"

namespace kontor::engine::breaks {

// "There is a fair schedule with at most `most_breaks` breaks, or with any number", as a formula
// from the problem as it is stated: nothing that presolve concludes is in it. Such a schedule gives
// a model; so where the formula has no model there is no such schedule.
struct Claim {
  std::optional<int> most_breaks;
  Encoding encoding;
};

Claim claim(const Problem& problem, std::optional<int> most_breaks);

// The formula in DIMACS. Comments say what the claim is, which variables stand for what, and for
// each run of clauses why a schedule keeps them; participants, meetings and slots from 1.
std::string to_dimacs(const Claim& claim, const Problem& problem);

// Whether the claim is refuted; the DRAT proof goes to `proof` (Sat::trace_proof). False when there
// is a model or `stop` says true, and then the proof means nothing.
bool refute(const Claim& claim, std::FILE* proof, const Stop& stop);

}  // namespace kontor::engine::breaks
