#pragma once
#include <functional>
#include <memory>
#include <span>

#include "engine/breaks/formula.h"

namespace kontor::engine::breaks {

using Stop = std::function<bool()>;

// CaDiCaL (Biere, Fazekas, Fleury, Heisinger 2020) behind a small interface.
class Sat {
 public:
  enum class Answer { Yes, No, Unknown };

  Sat();
  ~Sat();
  Sat(const Sat&) = delete;
  Sat& operator=(const Sat&) = delete;

  // Takes the clauses of `formula` that it has not yet taken; always give it the same formula.
  void take(const Formula& formula);
  // Sets an option of CaDiCaL, before the first clause.
  void set(const char* option, int value);
  // Tries the sign of `literal` first.
  void prefer(Literal literal);
  // Unknown after `conflicts` conflicts (negative: no limit) or when `stop` says so.
  Answer solve(std::span<const Literal> assumptions, int conflicts, const Stop& stop);
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
