#pragma once
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "engine/breaks/formula.h"

namespace kontor::engine::breaks {

using Stop = std::function<bool()>;

// CaDiCaL (Biere, Fazekas, Fleury, Heisinger, "CaDiCaL, Kissat, Paracooba, Plingeling and
// Treengeling entering the SAT Competition 2020") behind a small interface.
class Sat {
 public:
  enum class Answer { Yes, No, Unknown };

  explicit Sat(std::uint64_t seed = 0);
  ~Sat();
  Sat(const Sat&) = delete;
  Sat& operator=(const Sat&) = delete;

  // Sets an option of CaDiCaL, before the first clause.
  void set(const char* option, int value);
  // Writes all that is learned from here on to `file` as a DRAT proof in text form (Wetzler, Heule,
  // Hunt, "DRAT-trim: efficient checking and trimming using expressive clausal proofs", SAT 2014);
  // before the first clause. The file stays open; the proof is complete after No.
  void trace_proof(std::FILE* file);
  // Adds the clauses of `formula` that it has not yet taken; always give it the same formula.
  void take(const Formula& formula);
  // Unknown when `stop`, which is called at points that depend on the clauses alone, says true, or
  // after so many conflicts.
  Answer solve(std::span<const Literal> assumptions, const Stop& stop,
               std::optional<int> most_conflicts = std::nullopt);
  // After Yes.
  bool holds(Literal literal) const;
  // After No: whether the assumption was needed.
  bool failed(Literal assumption) const;

 private:
  struct Solver;
  std::unique_ptr<Solver> solver_;
  std::size_t taken_ = 0;
};

}  // namespace kontor::engine::breaks
