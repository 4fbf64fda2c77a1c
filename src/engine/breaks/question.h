#pragma once
#include "engine/breaks/encoding.h"
#include "engine/breaks/presolve.h"
#include "engine/breaks/problem.h"
#include "engine/breaks/sat.h"

namespace kontor::engine::breaks {

// The answer to "is there a fair schedule with at most so many breaks?". NoneAtAll: with no number.
struct Verdict {
  enum class Kind { Found, None, NoneAtAll, Unknown };
  Kind kind = Kind::Unknown;
  Schedule schedule;
};

// What the answer of `sat` to `encoding` means.
Verdict verdict(const Encoding& encoding, const Sat& sat, Sat::Answer answer);

// The breaks beyond the fewest that each participant must have.
std::vector<Literal> avoidable_breaks(const Presolved& presolved, const Encoding& encoding);

}  // namespace kontor::engine::breaks
