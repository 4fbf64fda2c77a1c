#include "briefing/number_format.h"

#include <array>
#include <fmt/format.h>

namespace kontor::briefing {

namespace {

using base::Decimal;
using base::Language;

constexpr std::array<std::string_view, 4> group_signs{"\u202F", ".", ".", ","};
constexpr std::array<std::string_view, 4> decimal_signs{",", ",", ",", "."};

// For one (as the language counts it) and for more.
constexpr std::array<std::array<std::string_view, 2>, 4> billions{{{"milliard", "milliards"},
                                                                   {"miljard", "miljard"},
                                                                   {"Milliarde", "Milliarden"},
                                                                   {"billion", "billion"}}};
constexpr std::array<std::array<std::string_view, 2>, 4> millions{{{"million", "millions"},
                                                                   {"miljoen", "miljoen"},
                                                                   {"Million", "Millionen"},
                                                                   {"million", "million"}}};

std::string_view scale_word(bool billion, Decimal number, Language language) {
  const Decimal size = base::magnitude(number);
  const bool one =
      language == Language::Fr ? compare(size, {2, 0}) < 0 : compare(size, {1, 0}) == 0;
  return (billion ? billions : millions)[index_of(language)][one ? 0 : 1];
}

}  // namespace

std::string in_figures(Decimal number, Language language) {
  std::string text = base::format(base::magnitude(number));
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string out = text.substr(0, point);
  for (std::size_t at = out.size(); at > 3;) {
    at -= 3;
    out.insert(at, group_signs[index_of(language)]);
  }
  if (point < text.size())
    out += std::string(decimal_signs[index_of(language)]) + text.substr(point + 1);
  return number.coefficient < 0 ? "\u2212" + out : out;
}

std::string in_money(Decimal amount, std::string_view currency, Language language) {
  const bool billion = compare(base::magnitude(amount), {1'000'000'000, 0}) >= 0;
  const bool million = compare(base::magnitude(amount), {1'000'000, 0}) >= 0;
  if (!million) return fmt::format("{}\u00A0{}", in_figures(amount, language), currency);
  const Decimal scaled =
      base::divide(amount, {billion ? 1'000'000'000 : 1'000'000, 0}, 1).value_or(amount);
  return fmt::format("{}\u00A0{}\u00A0{}", in_figures(scaled, language),
                     scale_word(billion, scaled, language), currency);
}

std::string in_percent(Decimal percent, Language language) {
  const bool blank = language == Language::Fr || language == Language::De;
  return in_figures(base::round_to(percent, 1), language) + (blank ? "\u00A0%" : "%");
}

std::string in_ordinal(int number, Language language) {
  switch (language) {
    case Language::Fr:
      return fmt::format("{}{}", number, number == 1 ? "er" : "e");
    case Language::Nl:
      return fmt::format("{}{}", number, number == 1 || number == 8 || number >= 20 ? "ste" : "de");
    case Language::De:
      return fmt::format("{}.", number);
    case Language::En:
      break;
  }
  const int tens = number % 100, ones = number % 10;
  const bool teen = tens >= 11 && tens <= 13;
  return fmt::format("{}{}", number,
                     teen        ? "th"
                     : ones == 1 ? "st"
                     : ones == 2 ? "nd"
                     : ones == 3 ? "rd"
                                 : "th");
}

}  // namespace kontor::briefing
