#include "exchange/product_code.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kontor::exchange {

namespace {

constexpr std::array<std::string_view, 21> sections{
    "I",   "II",   "III", "IV", "V",   "VI",   "VII",   "VIII", "IX", "X",  "XI",
    "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX",  "XX", "XXI"};

std::string_view level(std::size_t digits) {
  return digits == 2 ? "HS2" : digits == 4 ? "HS4" : digits == 6 ? "HS6" : digits == 8 ? "CN8" : "";
}

}  // namespace

std::optional<ProductCode> product_code(std::string_view text) {
  if (text == "TOTAL" || text == "TOT" || text == "-" || text == "_T")
    return ProductCode{"TOTAL", "TOTAL"};
  const auto section = std::ranges::find(sections, text);
  if (section != sections.end())
    return ProductCode{"SECTION", fmt::format("{:02}", section - sections.begin() + 1)};
  const std::string_view name = level(text.size());
  const std::size_t masked = std::min(text.find('X'), text.size());
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (name.empty() || masked == 0 || !std::ranges::all_of(text.substr(0, masked), digit) ||
      !std::ranges::all_of(text.substr(masked), [](char c) { return c == 'X'; }))
    return std::nullopt;
  return ProductCode{name, std::string(text)};
}

}  // namespace kontor::exchange
