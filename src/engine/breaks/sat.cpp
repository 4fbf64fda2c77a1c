#include "engine/breaks/sat.h"

#include <cadical.hpp>

#include "base/check.h"

namespace kontor::engine::breaks {

namespace {

class Terminator : public CaDiCaL::Terminator {
 public:
  explicit Terminator(const Stop& stop) : stop_(stop) {}
  bool terminate() override { return stop_ && stop_(); }

 private:
  const Stop& stop_;
};

}  // namespace

struct Sat::Solver {
  CaDiCaL::Solver cadical;
};

Sat::Sat(std::uint64_t seed) : solver_(std::make_unique<Solver>()) {
  set("quiet", 1);
  set("seed", static_cast<int>(seed % 1000000));
}
Sat::~Sat() = default;

void Sat::set(const char* option, int value) {
  CHECK(solver_->cadical.set(option, value));
}

void Sat::trace_proof(std::FILE* file) {
  set("binary", 0);
  CHECK(solver_->cadical.trace_proof(file, "proof"));
}

void Sat::take(const Formula& formula) {
  const std::vector<Literal>& clauses = formula.clauses();
  for (; taken_ < clauses.size(); ++taken_) solver_->cadical.add(clauses[taken_]);
}

Sat::Answer Sat::solve(std::span<const Literal> assumptions, const Stop& stop,
                       std::optional<int> most_conflicts) {
  CaDiCaL::Solver& cadical = solver_->cadical;
  if (most_conflicts) CHECK(cadical.limit("conflicts", *most_conflicts));
  for (const Literal literal : assumptions) cadical.assume(literal);
  Terminator terminator(stop);
  cadical.connect_terminator(&terminator);
  const int result = cadical.solve();
  cadical.disconnect_terminator();
  return result == 10 ? Answer::Yes : result == 20 ? Answer::No : Answer::Unknown;
}

bool Sat::holds(Literal literal) const {
  return solver_->cadical.val(literal) > 0;
}

bool Sat::failed(Literal assumption) const {
  return solver_->cadical.failed(assumption);
}

}  // namespace kontor::engine::breaks
