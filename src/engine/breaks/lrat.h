#pragma once
#include <cstdio>

#include "engine/breaks/formula.h"
#include "engine/breaks/sat.h"

namespace kontor::engine::breaks {

// Reads from `drat` a refutation of `formula` as Sat::trace_proof writes it, and writes it to
// `lrat` with the clauses that each lemma follows from (Cruz-Filipe, Heule, Hunt, Kaufmann,
// Schneider-Kamp, "Efficient certified RAT verification", CADE 2017), which a checker only has to
// look up: verified ones read it, as that of ACL2. Clauses have the numbers of their order in
// `formula`, from 1. Whether it ended before `stop`, asked at each lemma, said true. Every lemma
// must follow by unit propagation; anything else is a fault of the solver's and ends the program.
bool to_lrat(const Formula& formula, std::FILE* drat, std::FILE* lrat, const Stop& stop);

}  // namespace kontor::engine::breaks
