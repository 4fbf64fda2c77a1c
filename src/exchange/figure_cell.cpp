#include "exchange/figure_cell.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "base/time.h"

namespace kontor::exchange {

namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_month(std::string_view two) {
  return two.size() == 2 && all_digits(two) && two >= "01" && two <= "12";
}

// Behind the year, without a hyphen: "02", "M02", "Q1", "S2", "52" or "02-13".
std::optional<std::string> within_year(std::string_view year, std::string_view rest) {
  if (rest.size() == 3 && rest[0] == 'M') rest.remove_prefix(1);
  if (is_month(rest)) return fmt::format("{}-{}", year, rest);
  const bool parts = rest.size() == 2 && (rest[0] == 'Q' || rest[0] == 'S');
  if (parts && rest[1] >= '1' && rest[1] <= (rest[0] == 'Q' ? '4' : '2'))
    return fmt::format("{}-{}", year, rest);
  if (rest == "52" || rest == "A1" || rest == "A") return std::string(year);
  return std::nullopt;
}

}  // namespace

std::optional<base::Decimal> cell_number(std::string_view text, bool decimal_comma) {
  std::string plain(text);
  if (decimal_comma) std::ranges::replace(plain, ',', '.');
  int exponent = 0;
  const std::size_t e = plain.find_first_of("eE");
  if (e != std::string::npos) {
    const char* from = plain.data() + e + 1;
    const char* end = plain.data() + plain.size();
    if (from != end && *from == '+') ++from;
    const auto [stop, error] = std::from_chars(from, end, exponent);
    if (error != std::errc{} || stop != end) return std::nullopt;
    plain.resize(e);
  }
  if (plain.contains('.')) {  // zeros at the end say nothing and may not fit
    while (plain.ends_with('0')) plain.pop_back();
    if (plain.ends_with('.')) plain.pop_back();
  }
  const auto number = base::parse_decimal(plain);
  if (!number || exponent == 0) return number;
  return base::shift(*number, exponent);
}

std::optional<std::string> cell_period(std::string_view text) {
  if (text.size() < 4 || !all_digits(text.substr(0, 4))) return std::nullopt;
  const std::string_view year = text.substr(0, 4);
  std::string_view rest = text.substr(4);
  if (rest.empty()) return std::string(year);
  if (rest.size() == 6 && base::parse_date(text)) return std::string(text);
  if (rest[0] == '-') rest.remove_prefix(1);
  return within_year(year, rest);
}

std::string cell_flags(std::string_view text) {
  std::string flags;
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (c == 'A' || (!upper && (c < 'a' || c > 'z'))) continue;
    flags += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  std::ranges::sort(flags);
  flags.erase(std::ranges::unique(flags).begin(), flags.end());
  return flags;
}

std::string cell_vintage(std::string_view text) {
  if (text.size() >= 8 && text[2] == '/' && text[5] == '/') {
    std::string vintage =
        fmt::format("20{}-{}-{}", text.substr(6, 2), text.substr(3, 2), text.substr(0, 2));
    if (text.size() >= 14) vintage += fmt::format(" {}", text.substr(9, 5));
    return vintage;
  }
  if (text.size() >= 16 && text[4] == '-' && text[10] == 'T')
    return fmt::format("{} {}", text.substr(0, 10), text.substr(11, 5));
  return std::string(text);
}

}  // namespace kontor::exchange
