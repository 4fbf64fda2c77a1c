#include "engine/breaks/prover.h"

namespace kontor::engine::breaks {

Verdict Prover::ask(int most_breaks, const Stop& stop) {
  const int budget = most_breaks - presolved_.bound;
  if (budget < 0) return {Verdict::Kind::None, {}};
  if (!sat_) prepare();
  std::vector<Literal> assumptions;
  if (budget < static_cast<int>(more_.size())) assumptions = {-more_[budget]};
  const Sat::Answer answer = sat_->solve(assumptions, stop);
  if (answer == Sat::Answer::No && (assumptions.empty() || !sat_->failed(assumptions[0])))
    return {Verdict::Kind::NoneAtAll, {}};
  return verdict(encoding_, *sat_, answer);
}

void Prover::prepare() {
  encoding_ = encode(problem_, presolved_);
  const std::vector<Literal> avoidable = avoidable_breaks(presolved_, encoding_);
  more_ = encoding_.formula.count(avoidable, static_cast<int>(avoidable.size()), false);
  sat_ = std::make_unique<Sat>(seed_);
  sat_->set("vivify", 0);  // takes longer than it saves
  sat_->take(encoding_.formula);
}

}  // namespace kontor::engine::breaks
