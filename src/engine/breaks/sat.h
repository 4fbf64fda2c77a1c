#pragma once
#include <functional>
#include <memory>
#include <span>

#include "engine/breaks/formula.h"

namespace kontor::engine::breaks {

using Stop = std::function<bool()>;

// CaDiCaL (Biere, Fazekas, Fleury, Heisinger, "CaDiCaL, Kissat, Paracooba, Plingeling and
// Treengeling entering the SAT Competition 2020") behind a small interface.
class Sat {
 public:
  enum class Answer { Yes, No, Unknown };

  Sat();
  ~Sat();
  Sat(const Sat&) = delete;
  Sat& operator=(const Sat&) = delete;

  // Sets an option of CaDiCaL, before the first clause.
  void set(const char* option, int value);
  // Adds the clauses of `formula` that it has not yet taken; always give it the same formula.
  void take(const Formula& formula);
  // Unknown when `stop`, which is called at points that depend on the clauses alone, says true.
  Answer solve(std::span<const Literal> assumptions, const Stop& stop);
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
