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

// A lower bound of the breaks of every plan that holds the same meetings as `plan`: each
// participant's meetings need a number of runs of its slots of presence; within a session every run
// after the first is a break (LB1 of Bofill et al., JAIR 74, 2022, with runs in place of slots).
int breaks_bound(const Problem& problem, const Plan& plan);

// Of every participant; a fixed meeting grants what it is wished.
std::vector<Share> shares(const Problem& problem, const Plan& plan);

// The share that `prices` show no plan worth `value` or more to give to everybody: for each
// participant with wishes the most of them that can be granted without the bound falling below
// `value`, and of these shares the least. {1, 1} where nothing is shown. `prices` must prove a
// bound.
Share worst_share_bound(const Problem& problem, const Prices& prices, std::int64_t value);

// The same where a must and a promise count what `weights` says.
std::optional<std::int64_t> proven_bound(const Problem& problem, const Prices& prices,
                                         const Weights& weights);

// The rules that the fixed meetings break among themselves; a plan exists if and only if there are
// none, because every other meeting may be left out.
std::vector<Violation> fixed_conflicts(const Problem& problem);

}  // namespace kontor::engine::fair
