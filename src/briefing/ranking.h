#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "briefing/figure_book.h"

namespace kontor::briefing {

// Among whom a rank counts. A rank without its set means nothing: California is no country.
enum class RankedSet { World, ExtraEu, Eu, UsStates };
std::string_view word(RankedSet set);

struct Ranked {
  std::string place;
  base::Decimal value;
  int rank = 0;  // equal values share a rank, the next one is skipped: 1 2 2 4
};

// Members of a set by value, largest first, then by code. Aggregates and suppressed partners are
// no members. The order of the ledger's rows changes nothing.
struct Ranking {
  RankedSet set = RankedSet::World;
  Asked asked;
  std::vector<Ranked> members;
  int suppressed = 0;                 // members whose value is hidden
  std::optional<base::Decimal> rest;  // published total of the set less the members; nothing where
                                      // no total is known

  const Ranked* find(std::string_view place) const;
  // Whether no member that is missing could stand before a member of this value: the rest is known
  // and smaller.
  bool certain_for(base::Decimal value) const;
};

// What is ranked: the partners of `asked.reporter`, or, for UsStates, the states as reporters with
// `asked.partner`. With both flows their sum is ranked.
Ranking rank_partners(const FigureBook& book, const Asked& asked, RankedSet set, bool both_flows);

// Values of a member against its neighbour in percent of the member: +62.00 for a neighbour that is
// larger by 62 %. Nothing at the end of the list.
std::optional<base::Decimal> margin_above(const Ranking& ranking, std::string_view place);
std::optional<base::Decimal> margin_below(const Ranking& ranking, std::string_view place);

}  // namespace kontor::briefing
