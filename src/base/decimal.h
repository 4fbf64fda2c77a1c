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

// Exact arithmetic; nothing where the answer needs more than 18 digits.
std::optional<Decimal> add(Decimal a, Decimal b);
std::optional<Decimal> subtract(Decimal a, Decimal b);
std::optional<Decimal> multiply(Decimal a, Decimal b);
// `number` × 10^power.
std::optional<Decimal> shift(Decimal number, int power);
// over ÷ under to `places` digits behind the point, halves away from zero; nothing for under = 0.
std::optional<Decimal> divide(Decimal over, Decimal under, int places);
// `number` to `places` digits behind the point, halves away from zero; never more digits than it
// has.
Decimal round_to(Decimal number, int places);
// How a × b stands to c × d, exactly: the comparison of two ratios without a division.
std::strong_ordering compare_products(Decimal a, Decimal b, Decimal c, Decimal d);
Decimal magnitude(Decimal number);  // without its sign
// The same value without zeros at its end: 1.50 -> 1.5.
Decimal trimmed(Decimal number);

}  // namespace kontor::base
