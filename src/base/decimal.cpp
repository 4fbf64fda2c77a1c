#include "base/decimal.h"

#include <algorithm>
#include <fmt/format.h>

namespace kontor::base {

namespace {

__extension__ using Wide = __int128;
constexpr std::int64_t limit = 1'000'000'000'000'000'000;  // 10^18

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

// coefficient × 10^-scale with zeros at the end cut until it fits.
std::optional<Decimal> fitted(Wide coefficient, int scale) {
  while (scale > 0 && coefficient % 10 == 0 &&
         (scale > 18 || coefficient >= limit || coefficient <= -limit)) {
    coefficient /= 10;
    --scale;
  }
  for (; scale < 0; ++scale) {
    if (coefficient >= limit || coefficient <= -limit) return std::nullopt;
    coefficient *= 10;
  }
  if (scale > 18 || coefficient >= limit || coefficient <= -limit) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(coefficient), scale};
}

std::optional<Decimal> sum(Decimal a, Decimal b, int sign) {
  const int scale = std::max(a.scale, b.scale);
  return fitted(Wide{a.coefficient} * power_of_ten(scale - a.scale) +
                    sign * Wide{b.coefficient} * power_of_ten(scale - b.scale),
                scale);
}

Wide divide_rounded(Wide over, Wide under) {
  const Wide rest = over % under;
  const Wide twice = (rest < 0 ? -rest : rest) * 2;
  const Wide away = (over < 0) == (under < 0) ? 1 : -1;
  return over / under + (twice >= (under < 0 ? -under : under) ? away : 0);
}

}  // namespace

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
  Wide left = a.coefficient, right = b.coefficient;
  for (int i = a.scale; i < b.scale; ++i) left *= 10;
  for (int i = b.scale; i < a.scale; ++i) right *= 10;
  return left < right   ? std::strong_ordering::less
         : left > right ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

std::optional<Decimal> add(Decimal a, Decimal b) {
  return sum(a, b, 1);
}

std::optional<Decimal> subtract(Decimal a, Decimal b) {
  return sum(a, b, -1);
}

std::optional<Decimal> multiply(Decimal a, Decimal b) {
  return fitted(Wide{a.coefficient} * b.coefficient, a.scale + b.scale);
}

std::optional<Decimal> shift(Decimal number, int power) {
  if (number.coefficient == 0) return Decimal{};
  if (power < -36 || power > 36) return std::nullopt;
  return fitted(number.coefficient, number.scale - power);
}

std::optional<Decimal> divide(Decimal over, Decimal under, int places) {
  if (under.coefficient == 0) return std::nullopt;
  const int power = places + under.scale - over.scale;
  Wide top = over.coefficient, bottom = under.coefficient;
  if (power > 18 || power < -18) return std::nullopt;
  (power >= 0 ? top : bottom) *= power_of_ten(power >= 0 ? power : -power);
  return fitted(divide_rounded(top, bottom), places);
}

Decimal round_to(Decimal number, int places) {
  if (number.scale <= places) return number;
  const Wide power = power_of_ten(std::min(number.scale - places, 36));
  return fitted(divide_rounded(number.coefficient, power), places).value_or(Decimal{});
}

std::strong_ordering compare_products(Decimal a, Decimal b, Decimal c, Decimal d) {
  Wide left = Wide{a.coefficient} * b.coefficient, right = Wide{c.coefficient} * d.coefficient;
  const int gap = a.scale + b.scale - c.scale - d.scale;
  Wide& smaller = gap < 0 ? left : right;  // the side whose coefficient must grow
  for (int i = 0; i < (gap < 0 ? -gap : gap) && smaller != 0; ++i)
    if (__builtin_mul_overflow(smaller, Wide{10}, &smaller)) {
      // The other side fits, so this one is farther from zero.
      const bool positive = (gap < 0 ? a.coefficient < 0 : c.coefficient < 0) ==
                            (gap < 0 ? b.coefficient < 0 : d.coefficient < 0);
      return positive == (gap < 0) ? std::strong_ordering::greater : std::strong_ordering::less;
    }
  return left <=> right;
}

Decimal magnitude(Decimal number) {
  if (number.coefficient < 0) number.coefficient = -number.coefficient;
  return number;
}

Decimal trimmed(Decimal number) {
  while (number.scale > 0 && number.coefficient % 10 == 0) {
    number.coefficient /= 10;
    --number.scale;
  }
  return number;
}

}  // namespace kontor::base
