#include "base/decimal.h"

#include <fmt/format.h>

namespace kontor::base {

std::optional<Decimal> parse_decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  Decimal number;
  int digits = 0;
  bool after_point = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '.' && !after_point && i > 0 && i + 1 < text.size()) {
      after_point = true;
    } else if (c >= '0' && c <= '9' && ++digits <= 18) {
      number.coefficient = number.coefficient * 10 + (c - '0');
      number.scale += after_point ? 1 : 0;
    } else {
      return std::nullopt;
    }
  }
  if (digits == 0) return std::nullopt;
  if (negative) number.coefficient = -number.coefficient;
  return number;
}

std::string format(Decimal number) {
  const bool negative = number.coefficient < 0;
  std::string digits =
      fmt::format("{:0{}}", negative ? -number.coefficient : number.coefficient, number.scale + 1);
  if (number.scale > 0) digits.insert(digits.size() - number.scale, ".");
  return negative ? "-" + digits : digits;
}

std::strong_ordering compare(Decimal a, Decimal b) {
  __extension__ using Wide = __int128;
  Wide left = a.coefficient, right = b.coefficient;
  for (int i = a.scale; i < b.scale; ++i) left *= 10;
  for (int i = b.scale; i < a.scale; ++i) right *= 10;
  return left < right   ? std::strong_ordering::less
         : left > right ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

}  // namespace kontor::base
