#pragma once
#include <optional>
#include <string>

#include "briefing/reading/claims.h"
#include "briefing/reading/read_number.h"

namespace kontor::briefing {

// What stands around a number: its modifier, currency or noun, and verbs that give it a direction.
struct Quantity {
  Claim::Kind kind = Claim::Kind::Number;
  Modifier modifier = Modifier::Equal;
  std::size_t first = 0, last = 0;  // tokens, with all of that
  std::string unit, noun;
  bool negative = false;  // a fall or a deficit
};

// Tokens before `floor` belong to an earlier claim.
// What stands behind a currency belongs to the number: "75 USD million", "3 dollars 50 cents".
Quantity read_quantity(const TextView& view, NumberReading& number, std::size_t floor);

// "entre 500 et 700 millions d'euros", "500 to 700 jobs": the scale of the second end is that of
// both. Without `upper` it is a plain quantity.
struct RangeReading {
  Quantity quantity;
  NumberReading number;
  std::optional<base::Decimal> upper;
};
std::optional<RangeReading> read_range(const TextView& view, const NumberReading& number,
                                       std::size_t floor);

}  // namespace kontor::briefing
