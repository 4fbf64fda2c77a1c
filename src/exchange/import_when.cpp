#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "exchange/import_field.h"
#include "exchange/import_value.h"

// Days, times and counts as cells spell them.

namespace kontor::exchange {

namespace {

// By month, folded, in French, Dutch, German and English, with what they are shortened to.
constexpr std::array<std::string_view, 12> month_names{
    "|janvier|januari|januar|january|jan|",
    "|fevrier|februari|februar|february|fev|feb|fevr|",
    "|mars|maart|marz|march|mar|mrt|",
    "|avril|april|avr|apr|",
    "|mai|mei|may|",
    "|juin|juni|june|jun|",
    "|juillet|juli|july|juil|jul|",
    "|aout|augustus|august|aug|",
    "|septembre|september|sept|sep|",
    "|octobre|oktober|october|oct|okt|",
    "|novembre|november|nov|",
    "|decembre|december|dezember|dec|dez|"};

std::optional<int> small_number(std::string_view text) {
  int out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size() || text.size() > 6 || out < 0)
    return std::nullopt;
  return out;
}

// The parts between separators.
std::vector<std::string_view> divided(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (end > 0) out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

using CellDay = std::expected<base::LocalDate, std::string_view>;

CellDay civil_day(int year, int month, int day) {
  const base::LocalDate date{std::chrono::year(year),
                             std::chrono::month(static_cast<unsigned>(month)),
                             std::chrono::day(static_cast<unsigned>(day))};
  if (year < 1900 || year > 2200 || !date.ok()) return std::unexpected("bad_date");
  return date;
}

// "7 octobre 2025", "mardi 7 octobre 2025", "October 7, 2025".
CellDay named_day(std::string_view text) {
  const std::string plain = folded(text);
  int day = 0, month = 0, year = 0;
  for (const std::string_view part : divided(plain, " ")) {
    const auto number = small_number(part);
    if (number) (*number > 31 ? year : day) = *number;
    for (std::size_t n = 0; !number && n < month_names.size(); ++n)
      if (month_names.at(n).find("|" + std::string(part) + "|") != std::string_view::npos)
        month = static_cast<int>(n) + 1;
  }
  if (month == 0) return std::unexpected("bad_date");
  return civil_day(year, month, day);
}

}  // namespace

CellDay day_value(std::string_view text) {
  text = trimmed(text);
  if (text.size() > 10 && text[10] == 'T') text = text.substr(0, 10);  // a cell with a time
  const auto parts = divided(text, "-/.");
  std::vector<int> numbers;
  for (const std::string_view part : parts)
    if (const auto number = small_number(part)) numbers.push_back(*number);
  if (parts.size() != 3 || numbers.size() != 3) return named_day(text);
  if (parts[0].size() == 4) return civil_day(numbers[0], numbers[1], numbers[2]);
  if (parts[2].size() != 4) return std::unexpected("bad_date");
  const int first = numbers[0], second = numbers[1];
  const bool points = text.find('.') != text.npos;  // never with the month first
  if (points || first == second || (first > 12 && second <= 12))
    return civil_day(numbers[2], second, first);
  if (second > 12 && first <= 12) return civil_day(numbers[2], first, second);
  return std::unexpected(first <= 12 ? "ambiguous_date" : "bad_date");
}

std::expected<int, std::string_view> time_value(std::string_view text) {
  text = trimmed(text);
  if (text.size() > 10 && text[10] == 'T') text = text.substr(11);  // a cell with a date
  std::string plain;
  for (const char c : folded(text)) plain += c == 'h' || c == 'u' ? ' ' : c;
  int half = -1;
  std::vector<int> numbers;
  for (const std::string_view part : divided(plain, " ")) {
    if (const auto number = small_number(part))
      numbers.push_back(*number);
    else if (part == "am" || part == "pm")
      half = part == "pm" ? 12 : 0;
    else if (part != "r" && part != "min")  // of "Uhr" and "uur"
      return std::unexpected("bad_time");
  }
  if (numbers.size() == 1) numbers.push_back(0);
  if (numbers.size() == 3 && numbers[2] == 0) numbers.pop_back();  // seconds
  if (numbers.size() != 2 || numbers[0] > 23 || numbers[1] > 59) return std::unexpected("bad_time");
  if (half >= 0 && (numbers[0] < 1 || numbers[0] > 12)) return std::unexpected("bad_time");
  if (half >= 0) numbers[0] = numbers[0] % 12 + half;
  return numbers[0] * 60 + numbers[1];
}

std::expected<int, std::string_view> count_value(std::string_view text) {
  const auto number = small_number(trimmed(text));
  if (!number || *number < 1) return std::unexpected("bad_count");
  return *number;
}

}  // namespace kontor::exchange
