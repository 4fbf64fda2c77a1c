#include <algorithm>
#include <array>

#include "briefing/reading/read_number.h"

namespace kontor::briefing {

namespace {

using base::Decimal;
using base::Language;

// A run of digit groups with the sign before each but the first; ' ' for a blank.
struct Run {
  std::vector<std::string_view> groups;
  std::string signs;
};

char group_sign(Language language) {
  return language == Language::En ? ',' : '.';
}

bool single_blank(const TextView& view, std::size_t token) {
  return view.tokens[token].begin == view.tokens[token - 1].end + 1 &&
         view.folded.text[view.tokens[token].begin - 1] == ' ';
}

Run run_from(const TextView& view, std::size_t token) {
  Run run;
  run.groups.push_back(view.text(token));
  std::size_t at = token + 1;
  while (at < view.size() && run.groups.size() < 8) {
    const bool blank = view.is_digits(at) && view.tokens[at].spaced && single_blank(view, at) &&
                       view.text(at).size() == 3;
    const bool sign = !view.tokens[at].spaced &&
                      (view.is(at, ".") || view.is(at, ",") || view.is(at, "'")) &&
                      at + 1 < view.size() && view.is_digits(at + 1) && !view.tokens[at + 1].spaced;
    if (!blank && !sign) break;
    run.signs += blank ? ' ' : view.text(at)[0];
    run.groups.push_back(view.text(blank ? at : at + 1));
    at += blank ? 1 : 2;
  }
  return run;
}

// Whether groups [1, count) are thousands, all behind the same sign.
bool is_grouped(const Run& run, std::size_t count) {
  if (run.groups[0].size() > 3 || run.groups[0] == "0") return false;
  for (std::size_t i = 1; i < count; ++i)
    if (run.groups[i].size() != 3 || run.signs[i - 1] != run.signs[0]) return false;
  return true;
}

std::optional<Decimal> number(const Run& run, std::size_t count, bool fraction) {
  std::string digits;
  for (std::size_t i = 0; i < count; ++i) {
    if (fraction && i + 1 == count) digits += '.';
    digits += run.groups[i];
  }
  const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  if (digits[zeros] != '.') digits.erase(0, zeros);
  if (digits[0] == '.') digits.insert(0, "0");
  return base::parse_decimal(digits);
}

// "12,34,567": Indian English groups by two before the last three digits.
bool is_indian(const Run& run, std::size_t count) {
  if (count < 3 || run.groups[0].size() > 2 || run.groups[count - 1].size() != 3) return false;
  for (std::size_t i = 1; i < count; ++i)
    if (run.signs[i - 1] != ',' || (i + 1 < count && run.groups[i].size() != 2)) return false;
  return true;
}

// "22,24,26,31": the same sign again and again between groups that are no thousands.
bool is_list(const Run& run) {
  const bool same = run.groups.size() >= 3 && run.signs[0] != ' ' &&
                    run.signs.find_first_not_of(run.signs[0]) == std::string::npos;
  return same && !is_grouped(run, 3) && !is_indian(run, run.groups.size());
}

// Whether such a list ends here.
bool is_in_list(const TextView& view, std::size_t token) {
  return token >= 2 && !view.tokens[token].spaced && !view.tokens[token - 1].spaced &&
         (view.is(token - 1, ",") || view.is(token - 1, ".")) && view.is_digits(token - 2);
}

struct Shape {
  bool valid = false;
  bool fraction = false;      // the last group stands behind a decimal sign
  bool two_readings = false;  // one sign and three digits: it could be the other, too
};

// How the first `count` groups read in this language.
Shape shape(const Run& run, std::size_t count, Language language) {
  if (count == 1) return {true, false, false};
  const char last = run.signs[count - 2];
  const bool decimal = last == '.' || last == ',';
  if (count == 2 && decimal) {
    const bool could_group = is_grouped(run, 2);
    const bool reads_as_group = could_group && last == group_sign(language);
    return {true, !reads_as_group, reads_as_group};
  }
  if (is_grouped(run, count)) return {true, false, false};
  const bool english = language == Language::En;
  if (english && is_indian(run, count)) return {true, false, false};
  if (english && last == '.' && is_indian(run, count - 1)) return {true, true, false};
  const bool mixed = decimal && is_grouped(run, count - 1) && last != run.signs[0];
  return {mixed, true, false};
}

// One in the place of the last digit, and in that of the last digit that is not zero.
void set_places(NumberReading& reading) {
  reading.place = {1, reading.value.scale};
  std::int64_t coefficient = reading.value.coefficient;
  Decimal place = reading.place;
  while (coefficient != 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    place = base::shift(place, 1).value_or(place);
  }
  reading.nonzero_place = place;
}

bool is_ordinal_ending(std::string_view ending, Language language) {
  static constexpr std::array<std::string_view, 16> french{
      "e", "er", "ere",  "re",    "eme", "ieme", "nd",   "nde",
      "d", "de", "emes", "iemes", "es",  "ers",  "eres", "me"};
  static constexpr std::array<std::string_view, 3> dutch{"e", "de", "ste"};
  static constexpr std::array<std::string_view, 4> english{"st", "nd", "rd", "th"};
  static constexpr std::array<std::string_view, 5> german{"te", "ten", "ste", "sten", "ter"};
  const auto has = [&](const auto& list) { return std::ranges::find(list, ending) != list.end(); };
  switch (language) {
    case Language::Fr:
      return has(french);
    case Language::Nl:
      return has(dutch);
    case Language::En:
      return has(english);
    case Language::De:
      return has(german);
  }
  return false;
}

// German "der 4. Absatzmarkt": a full stop behind a number that a determiner announces.
bool is_dotted_ordinal(const TextView& view, std::size_t first, std::size_t dot) {
  static constexpr std::array<std::string_view, 26> determiners{
      "der",   "die",    "das",     "den",     "dem",  "des",   "am",    "im",   "zum",
      "zur",   "vom",    "beim",    "ihr",     "ihre", "ihrem", "ihren", "sein", "seine",
      "unser", "unsere", "unseren", "unserem", "ein",  "als",   "auf",   "jeder"};
  if (view.language != Language::De || first == 0 || dot + 1 >= view.size()) return false;
  return view.is(dot, ".") && !view.tokens[dot].spaced && view.is_word(dot + 1) &&
         view.tokens[dot + 1].spaced && !view.tokens[dot + 1].broken &&
         std::ranges::find(determiners, view.text(first - 1)) != determiners.end();
}

void read_ordinal(const TextView& view, NumberReading& reading) {
  const std::size_t next = reading.last;
  if (next >= view.size() || view.tokens[next].spaced || reading.value.scale != 0) return;
  const std::size_t behind = next + (view.is(next + 1, "-") || view.is(next + 1, "+") ? 2 : 1);
  const bool exponent = view.is(next, "e") && view.is_digits(behind) && !view.tokens[behind].spaced;
  if (exponent) return;
  if (view.is_word(next) && is_ordinal_ending(view.text(next), view.language)) {
    reading.kind = NumberReading::Kind::Ordinal;
    ++reading.last;
  } else if (is_dotted_ordinal(view, reading.first, next)) {
    reading.kind = NumberReading::Kind::Ordinal;
    reading.point_joined = true;
    ++reading.last;
  }
}

}  // namespace

std::optional<NumberReading> read_figures(const TextView& view, std::size_t token) {
  if (!view.is_digits(token)) return std::nullopt;
  const Run run = run_from(view, token);
  const bool alone = is_list(run) || is_in_list(view, token);
  for (std::size_t count = alone ? 1 : run.groups.size(); count >= 1; --count) {
    const Shape found = shape(run, count, view.language);
    if (!found.valid) continue;
    const auto value = number(run, count, found.fraction);
    if (!value) return std::nullopt;
    NumberReading reading{.first = token, .last = token + 1, .value = *value};
    for (std::size_t i = 0; i + 1 < count; ++i) reading.last += run.signs[i] == ' ' ? 1 : 2;
    reading.in_figures = true;
    if (found.two_readings)
      if (const auto other = number(run, count, true)) reading.alternatives.push_back(*other);
    set_places(reading);
    read_ordinal(view, reading);
    return reading;
  }
  return std::nullopt;
}

}  // namespace kontor::briefing
