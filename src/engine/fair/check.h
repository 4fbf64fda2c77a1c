#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/fair/plan.h"

namespace kontor::engine::fair {

// A rule that a plan breaks: the rule's name and the meetings, participant or slot concerned.
struct Violation {
  std::string rule;  // "seats", "absence", "tables", "table", "most", "fixed", "precedence"
  int meeting = -1;
  int participant = -1;
  int slot = -1;

  bool operator==(const Violation&) const = default;
};

// Recomputes from the definitions, sharing nothing with the search: every broken rule, and the
// plan's worth.
struct Finding {
  std::vector<Violation> violations;
  Worth worth;
};
Finding check(const Problem& problem, const Plan& plan);

// The bound that `prices` prove: no plan that keeps the rules is worth more. Nothing when the
// prices have the wrong shape, a negative price where none may be, or are too large to add.
//
// With the fixed meetings held (their worth counts, and what they use is taken away):
//
//     Σ over participants  max over d in 0 … d_max of  promise × min(d, least) + price × d
//   + Σ over participants and slots  free seats × time price  +  Σ over slots  tables × table price
//   + Σ over meetings  max(0, max over slots where both are present of
//                      worth − both participants' prices − both time prices − the table's price)
//
// by weak duality (Fisher, Management Science 27, 1981): a plan pays its own prices, at most the
// first two lines, and what is left of the worth of each meeting is at most its own maximum.
// Precedences are left out, which can only raise the bound.
std::optional<std::int64_t> proven_bound(const Problem& problem, const Prices& prices);

// The same where a must and a promise count what `weights` says.
std::optional<std::int64_t> proven_bound(const Problem& problem, const Prices& prices,
                                         const Weights& weights);

// The rules that the fixed meetings break among themselves; a plan exists if and only if there are
// none, because every other meeting may be left out.
std::vector<Violation> fixed_conflicts(const Problem& problem);

}  // namespace kontor::engine::fair
