#pragma once
#include <initializer_list>
#include <span>
#include <vector>

namespace kontor::engine::breaks {

// A literal: +v or -v for a variable v ≥ 1.
using Literal = int;

// A formula in conjunctive normal form, as DIMACS writes it: clauses end with 0.
class Formula {
 public:
  Literal fresh() { return ++variables_; }
  void add(std::initializer_list<Literal> clause) { add(std::span(clause.begin(), clause.size())); }
  // Each literal once; a clause that is always true is left out.
  void add(std::span<const Literal> clause);

  int variables() const { return variables_; }
  int size() const { return size_; }  // number of clauses
  // All clauses one after the other, each closed by 0.
  const std::vector<Literal>& clauses() const { return clauses_; }

  // At most one of `literals`.
  void at_most_one(std::span<const Literal> literals);

  // Counts of `literals` in unary: output i is true if more than i of them are true; the other
  // direction too if `both_ways`. Outputs from `limit` on are left out. A balanced tree of unary
  // adders (Bailleux and Boufkhad, "Efficient CNF encoding of Boolean cardinality constraints",
  // CP 2003).
  std::vector<Literal> count(std::span<const Literal> literals, int limit, bool both_ways);

  // At most, or exactly, `bound` of `literals`.
  void at_most(std::span<const Literal> literals, int bound);
  void exactly(std::span<const Literal> literals, int bound);

 private:
  std::vector<Literal> add_counts(std::span<const Literal> a, std::span<const Literal> b, int limit,
                                  bool both_ways);

  int variables_ = 0;
  int size_ = 0;
  std::vector<Literal> clauses_;
};

}  // namespace kontor::engine::breaks
