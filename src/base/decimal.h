#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kontor::base {

// An exact decimal number, coefficient × 10^-scale, as figures and money need it. The scale is kept
// as written: compare() holds 1.10 and 1.1 equal, == does not.
struct Decimal {
  std::int64_t coefficient = 0;
  int scale = 0;  // digits behind the point, 0 … 18

  bool operator==(const Decimal&) const = default;  // as written, not as valued
};

// "-1234.50": an optional minus, digits, optionally a point and digits; nothing for anything else
// and for more than 18 digits.
std::optional<Decimal> parse_decimal(std::string_view text);
std::string format(Decimal number);
std::strong_ordering compare(Decimal a, Decimal b);

}  // namespace kontor::base
