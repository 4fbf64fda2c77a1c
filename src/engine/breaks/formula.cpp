#include "engine/breaks/formula.h"

#include <algorithm>

namespace kontor::engine::breaks {

void Formula::add(std::span<const Literal> clause) {
  const auto begin = static_cast<std::ptrdiff_t>(clauses_.size());
  const auto has = [&](Literal literal) {
    return std::find(clauses_.begin() + begin, clauses_.end(), literal) != clauses_.end();
  };
  for (const Literal literal : clause) {
    if (has(-literal)) return clauses_.resize(static_cast<std::size_t>(begin));
    if (!has(literal)) clauses_.push_back(literal);
  }
  clauses_.push_back(0);
  ++size_;
}

void Formula::at_most_one(std::span<const Literal> literals) {
  for (std::size_t i = 0; i < literals.size(); ++i)
    for (std::size_t j = i + 1; j < literals.size(); ++j) add({-literals[i], -literals[j]});
}

std::vector<Literal> Formula::count(std::span<const Literal> literals, int limit, bool both_ways) {
  if (literals.size() <= 1) return {literals.begin(), literals.end()};
  const std::size_t half = literals.size() / 2;
  const std::vector<Literal> left = count(literals.first(half), limit, both_ways);
  const std::vector<Literal> right = count(literals.subspan(half), limit, both_ways);
  return add_counts(left, right, limit, both_ways);
}

std::vector<Literal> Formula::add_counts(std::span<const Literal> a, std::span<const Literal> b,
                                         int limit, bool both_ways) {
  const int na = static_cast<int>(a.size());
  const int nb = static_cast<int>(b.size());
  std::vector<Literal> sum(std::min(na + nb, limit));
  const int size = static_cast<int>(sum.size());
  for (Literal& output : sum) output = fresh();
  for (int i = 0; i <= na; ++i) {
    for (int j = 0; j <= nb; ++j) {
      if (i + j > 0) {  // i of a and j of b make i + j
        std::vector<Literal> clause;
        if (i > 0) clause.push_back(-a[i - 1]);
        if (j > 0) clause.push_back(-b[j - 1]);
        clause.push_back(sum[std::min(i + j, size) - 1]);
        if (i + j <= size) add(clause);
      }
      if (both_ways && i + j < size) {  // no more than i of a and j of b make no more than i + j
        std::vector<Literal> clause;
        if (i < na) clause.push_back(a[i]);
        if (j < nb) clause.push_back(b[j]);
        clause.push_back(-sum[i + j]);
        add(clause);
      }
    }
  }
  return sum;
}

void Formula::at_most(std::span<const Literal> literals, int bound) {
  if (bound >= static_cast<int>(literals.size())) return;
  const std::vector<Literal> counts = count(literals, bound + 1, false);
  add({-counts[bound]});
}

void Formula::exactly(std::span<const Literal> literals, int bound) {
  const std::vector<Literal> counts = count(literals, static_cast<int>(literals.size()), true);
  for (std::size_t i = 0; i < counts.size(); ++i)
    add({static_cast<int>(i) < bound ? counts[i] : -counts[i]});
}

}  // namespace kontor::engine::breaks
