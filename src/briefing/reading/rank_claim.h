#pragma once
#include <optional>
#include <string>

#include "briefing/reading/read_number.h"

namespace kontor::briefing {

// A rank that a text claims: "4ème débouché", "op drie na grootste klant", "viertgrößte Kunde",
// "le plus grand partenaire hors UE". Ordinals of other things (the first time, the prime minister)
// are none.
struct RankReading {
  base::Decimal value;
  std::size_t first = 0, number_last = 0, last = 0;
  std::string noun;
};

// Tokens before `floor` belong to an earlier claim.
std::optional<RankReading> read_rank(const TextView& view, std::size_t token, std::size_t floor);

}  // namespace kontor::briefing
