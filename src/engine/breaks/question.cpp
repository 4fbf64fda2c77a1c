#include "engine/breaks/question.h"

namespace kontor::engine::breaks {

namespace {

// The breaks beyond the fewest that each participant must have.
std::vector<Literal> avoidable_breaks(const Presolved& presolved, const Encoding& encoding) {
  std::vector<Literal> avoidable;
  for (std::size_t p = 0; p < encoding.breaks.size(); ++p)
    for (std::size_t k = presolved.fewest_breaks[p]; k < encoding.breaks[p].size(); ++k)
      avoidable.push_back(encoding.breaks[p][k]);
  return avoidable;
}

Verdict verdict(const Encoding& encoding, const Sat& sat, Sat::Answer answer) {
  if (answer == Sat::Answer::No) return {Verdict::Kind::None, {}};
  if (answer == Sat::Answer::Unknown) return {};
  return {Verdict::Kind::Found,
          encoding.schedule([&](Literal literal) { return sat.holds(literal); })};
}

}  // namespace

Verdict Questioner::ask(std::optional<int> most_breaks, const Stop& stop) {
  if (most_breaks && *most_breaks < presolved_.bound) return {Verdict::Kind::None, {}};
  return style_ == Style::Prove ? ask_again(most_breaks, stop) : ask_afresh(most_breaks, stop);
}

Verdict Questioner::ask_again(std::optional<int> most_breaks, const Stop& stop) {
  if (!sat_) {
    encoding_ = encode(problem_, presolved_);
    const std::vector<Literal> avoidable = avoidable_breaks(presolved_, encoding_);
    more_ = encoding_.formula.count(avoidable, static_cast<int>(avoidable.size()), false);
    sat_ = std::make_unique<Sat>();
    set_up(*sat_);
    sat_->take(encoding_.formula);
  }
  std::vector<Literal> assumptions;
  const int budget = most_breaks.value_or(0) - presolved_.bound;
  if (most_breaks && budget < static_cast<int>(more_.size())) assumptions = {-more_[budget]};
  return verdict(encoding_, *sat_, sat_->solve(assumptions, stop));
}

Verdict Questioner::ask_afresh(std::optional<int> most_breaks, const Stop& stop) {
  std::optional<int> budget;
  if (most_breaks) budget = *most_breaks - presolved_.bound;
  Encoding encoding = encode(problem_, presolved_, budget);
  if (budget) encoding.formula.at_most(avoidable_breaks(presolved_, encoding), *budget);
  Sat sat;
  set_up(sat);
  sat.set("stabilizeonly", 1);
  sat.take(encoding.formula);
  return verdict(encoding, sat, sat.solve({}, stop));
}

void Questioner::set_up(Sat& sat) const {
  sat.set("seed", static_cast<int>(seed_ % 1000000));
}

}  // namespace kontor::engine::breaks
