#include "briefing/reading/read_number.h"

#include <algorithm>
#include <array>

#include "briefing/reading/claim_words.h"
#include "briefing/reading/number_words.h"

namespace kontor::briefing {

namespace {

using base::Decimal;
using base::Language;

bool is_capital(const TextView& view, std::size_t token) {
  const Token& t = view.tokens[token];
  return view.folded.capital[t.begin];
}

bool is_currency_sign(std::string_view text) {
  return text == "$" || text == "\xE2\x82\xAC" || text == "\xC2\xA3" || text == "\xC2\xA5";
}

// Letters alone count as scale beside digits or a currency only; small m, g and t are metres,
// grams and tonnes unless a currency says otherwise.
bool letter_scales(const TextView& view, const NumberReading& reading, std::size_t token) {
  const std::string_view letter = view.text(token);
  const bool attached = !view.tokens[token].spaced;
  const bool before_money =
      token + 1 < view.size() && (is_currency_sign(view.text(token + 1)) ||
                                  view.is(token + 1, "eur") || view.is(token + 1, "usd"));
  const bool behind_money =
      reading.first > 0 && (is_currency_sign(view.text(reading.first - 1)) ||
                            view.is(reading.first - 1, "eur") || view.is(reading.first - 1, "usd"));
  if (before_money || behind_money) return true;
  if (letter == "k") return true;
  if (!attached) return false;
  return letter == "k" || (letter == "b" && view.language == Language::En) ||
         (is_capital(view, token) && letter != "t");
}

bool has_point(std::string_view word) {
  static constexpr std::array<std::string_view, 8> abbreviations{"mrd", "mio", "mld", "mln",
                                                                 "tsd", "bio", "bln", "mia"};
  return std::ranges::find(abbreviations, word) != abbreviations.end();
}

// "64,4 milliards", "2 hundred thousand", "31 400 M".
void read_scales(const TextView& view, NumberReading& reading) {
  while (reading.last < view.size() && view.is_word(reading.last) &&
         !view.tokens[reading.last].broken) {
    const std::string_view word = view.text(reading.last);
    const auto power = scale_power(word, view.language);
    if (!power || (word.size() == 1 && !letter_scales(view, reading, reading.last))) return;
    const bool plural = view.language == Language::Fr && word.ends_with("ons");
    const bool plural_sc = plural || (view.language == Language::Fr && word == "milliards");
    if (plural_sc && compare(reading.value, {2, 0}) < 0) reading.plural_scale_below_two = true;
    if (!scale_by(reading, *power)) return;
    reading.scaled = true;
    reading.ending_power = *power;
    ++reading.last;
    const bool point = has_point(word) && reading.last < view.size() &&
                       view.is(reading.last, ".") && !view.tokens[reading.last].spaced;
    if (point) ++reading.last;
  }
}

// French "3 cents et 21", "3 cent un": hundreds, where more follows; alone they are a coin's.
void read_french_hundreds(const TextView& view, NumberReading& reading) {
  const std::size_t at = reading.last;
  const bool hundreds = view.is(at, "cent") || view.is(at, "cents");
  if (view.language != Language::Fr || !hundreds || reading.scaled || reading.value.scale != 0)
    return;
  const bool joined = view.is(at + 1, "et");
  const std::size_t next = joined ? at + 2 : at + 1;
  if (!view.goes_on(next)) return;
  const auto rest =
      joined && view.is_digits(next) ? read_figures(view, next) : read_words(view, next);
  const bool fits = rest && rest->kind == NumberReading::Kind::Cardinal && !rest->scaled &&
                    rest->value.coefficient > 0 && compare(rest->value, {100, 0}) < 0;
  const bool coin = rest && (view.is(rest->last, "cent") || view.is(rest->last, "cents"));
  if (!fits || coin || compare(reading.value, {10, 0}) >= 0 || !scale_by(reading, 2)) return;
  reading.scaled = true;
  reading.ending_power = 2;
  ++reading.last;
}

// "4 thousand 3 hundred", "3 hundred and 21": smaller places behind a scale word.
void read_smaller(const TextView& view, NumberReading& reading) {
  while (reading.ending_power > 0) {
    const bool joined =
        (view.is(reading.last, "and") || view.is(reading.last, "et")) && reading.ending_power == 2;
    const std::size_t at = reading.last + (joined ? 1 : 0);
    if (!view.goes_on(at) || !view.tokens[at].spaced) return;
    const bool words = reading.ending_power == 2 && !view.is_digits(at);
    auto next = view.is_digits(at) ? read_figures(view, at)
                : words            ? read_words(view, at)
                                   : std::nullopt;
    if (!next || next->kind != NumberReading::Kind::Cardinal || next->value.scale != 0) return;
    read_scales(view, *next);
    read_french_hundreds(view, *next);
    const auto limit = base::shift({1, 0}, reading.ending_power);
    if (next->scaled == (joined || words) || next->value.coefficient == 0 || !limit ||
        compare(next->value, *limit) >= 0)
      return;
    const auto sum = base::add(reading.value, next->value);
    if (!sum) return;
    reading.value = *sum;
    reading.place = next->place;
    reading.nonzero_place = next->nonzero_place;
    reading.last = next->last;
    reading.ending_power = next->ending_power;
  }
}

// "30 MUSD": the number is one of millions; the code stays for the currency.
void read_scaled_code(const TextView& view, NumberReading& reading) {
  const ScaledCode code = scaled_code(view, reading.last);
  if (code.power > 0 && !reading.scaled && scale_by(reading, code.power)) reading.scaled = true;
}

int roman_value(std::string_view letters) {
  constexpr std::string_view digits = "ivxlcdm";
  constexpr std::array<int, 7> values{1, 5, 10, 50, 100, 500, 1000};
  int sum = 0, before = 0;
  for (std::size_t i = letters.size(); i-- > 0;) {
    const std::size_t at = digits.find(letters[i]);
    if (at == std::string_view::npos) return 0;
    sum += values[at] < before ? -values[at] : values[at];
    before = std::max(before, values[at]);
  }
  return sum;
}

// "XVe", "IIIème", "Ier": capitals, then the ending of an ordinal.
std::optional<NumberReading> read_roman(const TextView& view, std::size_t token) {
  if (view.language != Language::Fr || !view.is_word(token)) return std::nullopt;
  const std::string_view word = view.text(token);
  const Token& t = view.tokens[token];
  std::size_t capitals = 0;
  while (capitals < word.size() && view.folded.capital[t.begin + capitals]) ++capitals;
  const std::string_view ending = word.substr(capitals);
  const bool ordinal = ending == "e" || ending == "er" || ending == "eme" || ending == "ieme";
  // L, C, D and M stand in no rank of a press text, but in "Le", "Ce", "De" and "Me".
  if (word.substr(0, capitals).find_first_not_of("ivx") != std::string_view::npos)
    return std::nullopt;
  const int value = capitals == 0 || !ordinal ? 0 : roman_value(word.substr(0, capitals));
  if (value == 0) return std::nullopt;
  NumberReading reading{.kind = NumberReading::Kind::Ordinal, .first = token, .last = token + 1};
  reading.value = {value, 0};
  reading.place = reading.nonzero_place = {1, 0};
  return reading;
}

std::optional<NumberReading> read_collective(const TextView& view, std::size_t token) {
  if (!view.is_word(token)) return std::nullopt;
  const auto value = collective(view.text(token), view.language);
  if (!value) return std::nullopt;
  NumberReading reading{.kind = NumberReading::Kind::Collective, .first = token, .last = token + 1};
  reading.value = {*value, 0};
  reading.place = reading.nonzero_place = {*value % 10 == 0 ? (*value >= 100 ? *value : 10) : 1, 0};
  read_scales(view, reading);
  return reading;
}

// "1/2" and "2 1/2".
void read_slash(const TextView& view, NumberReading& reading) {
  std::size_t at = reading.last;
  const bool mixed = at + 2 < view.size() && view.is_digits(at) && view.goes_on(at) &&
                     view.is(at + 1, "/") && reading.value.scale == 0;
  const bool plain = !mixed && at + 1 < view.size() && view.is(at, "/") &&
                     !view.tokens[at].spaced && reading.value.scale == 0;
  if (!mixed && !plain) return;
  const std::size_t under_at = mixed ? at + 2 : at + 1;
  if (!view.is_digits(under_at) || view.tokens[under_at].spaced || view.text(under_at).size() > 4)
    return;
  const auto over = mixed ? base::parse_decimal(view.text(at)) : std::optional(reading.value);
  const auto under = base::parse_decimal(view.text(under_at));
  const auto ratio = over && under ? base::divide(*over, *under, 15) : std::nullopt;
  if (!ratio || (mixed && compare(*over, *under) >= 0)) return;
  reading.value = base::trimmed(mixed ? base::add(reading.value, *ratio).value_or(*ratio) : *ratio);
  reading.kind = NumberReading::Kind::Fraction;
  reading.rounded = reading.value.scale > 9;
  reading.place = reading.nonzero_place = {1, reading.value.scale};
  reading.last = under_at + 1;
}

bool is_minus(const TextView& view, std::size_t token) {
  static constexpr std::array<std::string_view, 8> words{
      "moins", "minus", "min", "negative", "negatif", "negatief", "negativ", "-"};
  if (std::ranges::find(words, view.text(token)) == words.end()) return false;
  const bool at_least = token > 0 && (view.is(token - 1, "au") || view.is(token - 1, "du"));
  if (at_least) return false;
  const bool german = view.is(token, "minus") || view.is(token, "negativ");
  if (!view.is(token, "-")) return view.language != Language::De || german;
  const bool free = token == 0 || view.tokens[token].spaced || view.is(token - 1, "(");
  return free && token + 1 < view.size() && !view.tokens[token + 1].spaced;
}

// "3 dozens", "half a dozen".
void read_dozens(const TextView& view, NumberReading& reading) {
  std::size_t at = reading.last;
  while (view.is(at, "a") || view.is(at, "-")) ++at;
  if (!view.is_word(at) || view.tokens[at].broken) return;
  const auto dozens = collective(view.text(at), view.language);
  if (dozens != 12) return;
  // "three hundred and two dozens": nobody counts hundreds of them.
  const std::int64_t few = reading.value.scale == 0 ? reading.value.coefficient % 100 : 0;
  const bool apart = reading.value.coefficient > 100 && few > 0 && few < 12;
  const auto value =
      apart ? base::add(reading.value, {11 * few, 0}) : base::multiply(reading.value, {12, 0});
  if (!value) return;
  reading.value = base::trimmed(*value);
  reading.place = reading.nonzero_place = {1, 0};
  reading.kind = NumberReading::Kind::Cardinal;
  reading.last = at + 1;
}

// The fraction that "fifth" is behind "a"; other readings as they are, nothing where the ordinal
// counts something: "a fifth company".
std::optional<NumberReading> as_part(const TextView& view, NumberReading reading) {
  if (reading.kind != NumberReading::Kind::Ordinal) return reading;
  const auto part = base::divide({1, 0}, reading.value, 15);
  if (!part || compare(reading.value, {3, 0}) < 0 || !is_part_before(view, reading.last))
    return std::nullopt;
  reading.value = base::trimmed(*part);
  reading.kind = NumberReading::Kind::Fraction;
  reading.rounded = reading.value.scale > 9;
  reading.place = reading.nonzero_place = {1, reading.value.scale};
  return reading;
}

// "three and a fifth", "3 millions et demi": a fraction that an "and" adds, one of the scale that
// the number ends in unless it has its own.
void read_added_fraction(const TextView& view, NumberReading& reading) {
  const std::size_t at = reading.last;
  const bool joined =
      view.is(at, "and") || view.is(at, "et") || view.is(at, "en") || view.is(at, "und");
  if (!joined || !view.goes_on(at) || reading.value.scale != 0) return;
  std::size_t start = at + 1;
  if (view.is(start, "a") || view.is(start, "an")) ++start;
  auto fraction = read_words(view, start);
  if (fraction && start > at + 1) fraction = as_part(view, *fraction);
  if (!fraction || fraction->kind != NumberReading::Kind::Fraction) return;
  // "3 millions et demi" ends in its scale, "fuenf und drei Viertel Milliarden" begins without.
  const auto part = base::shift(fraction->value, fraction->scaled ? 0 : reading.ending_power);
  const auto whole =
      base::shift(reading.value, reading.ending_power > 0 ? 0 : fraction->ending_power);
  const auto sum = part && whole ? base::add(*whole, *part) : std::nullopt;
  if (!sum) return;
  reading.value = base::trimmed(*sum);
  reading.last = fraction->last;
  reading.rounded = fraction->rounded;
  reading.kind = NumberReading::Kind::Fraction;
  reading.place = reading.nonzero_place = {1, std::min(reading.value.scale, 18)};
}

// "1 out of 3", "un sur trois", "1 op de 3".
void read_out_of(const TextView& view, NumberReading& reading) {
  std::size_t at = reading.last;
  const bool two =
      (view.is(at, "out") && view.is(at + 1, "of")) ||
      ((view.is(at, "op") || view.is(at, "van") || view.is(at, "uit")) && view.is(at + 1, "de"));
  const bool small = reading.value.coefficient < 10;
  const bool in = small && ((view.is(at, "in") && view.language == Language::En) ||
                            (view.is(at, "op") && view.language == Language::Nl));
  const bool one = view.is(at, "sur") || in ||
                   (view.is(at, "over") && view.language == Language::En) || view.is(at, "uit") ||
                   (view.is(at, "von") && view.language == Language::De);
  if ((!one && !two) || reading.scaled || reading.value.scale != 0) return;
  at += two ? 2 : 1;
  if (in && view.text(at).size() == 4 && view.is_digits(at)) return;  // "one in 2025"
  auto under = view.is_digits(at) ? read_figures(view, at) : read_words(view, at);
  if (!under || under->value.scale != 0 || under->kind != NumberReading::Kind::Cardinal) return;
  if (compare(reading.value, under->value) >= 0 || reading.value.coefficient < 1) return;
  const auto ratio = base::divide(reading.value, under->value, 15);
  if (!ratio) return;
  reading.value = base::trimmed(*ratio);
  reading.kind = NumberReading::Kind::Fraction;
  reading.rounded = reading.value.scale > 9;
  reading.last = under->last;
  reading.place = reading.nonzero_place = {1, reading.value.scale};
}

// "12.32e+14", "1.3x10^6", which only figures have.
void read_exponent(const TextView& view, NumberReading& reading) {
  std::size_t at = reading.last;
  if (!view.goes_on(at) || view.tokens[at].spaced) return;
  const bool times = view.is(at, "x") || view.is(at, "\xC3\x97") || view.is(at, "*");
  if (times && view.is(at + 1, "10") && view.is(at + 2, "^"))
    at += 3;
  else if (view.is(at, "e"))
    ++at;
  else
    return;
  const bool minus = view.is(at, "-");
  if (minus || view.is(at, "+")) ++at;
  if (!view.is_digits(at) || view.tokens[at].spaced || view.text(at).size() > 2) return;
  const int power = std::atoi(std::string(view.text(at)).c_str());
  if (scale_by(reading, minus ? -power : power)) reading.last = at + 1;
}

// ".08" behind a blank.
std::optional<NumberReading> read_bare_fraction(const TextView& view, std::size_t token) {
  const char* sign = view.language == Language::En ? "." : ",";
  if (!view.is(token, sign) || !view.is_digits(token + 1) || view.tokens[token + 1].spaced ||
      !view.tokens[token].spaced)
    return std::nullopt;
  const auto value = base::parse_decimal("0." + std::string(view.text(token + 1)));
  if (!value) return std::nullopt;
  NumberReading reading{.first = token, .last = token + 2, .value = *value};
  reading.in_figures = true;
  reading.place = reading.nonzero_place = {1, value->scale};
  return reading;
}

bool is_currency_noun(const TextView& view, std::size_t token) {
  static constexpr std::array<std::string_view, 13> nouns{
      "euro",     "dollar",  "pond",    "cent",    "penny",     "yen",    "million",
      "milliard", "miljard", "miljoen", "kwartje", "dubbeltje", "stuiver"};
  return std::ranges::find(nouns, view.text(token)) != nouns.end();
}

// An article is no number: "een bedrijf", "une entreprise", "ein Unternehmen".
bool is_article(const TextView& view, const NumberReading& reading) {
  if (reading.last != reading.first + 1 || reading.in_figures) return false;
  if (reading.kind != NumberReading::Kind::Cardinal || compare(reading.value, {1, 0}) != 0)
    return false;
  const std::string_view word = view.text(reading.first);
  if (word == "eins" || word == "one") return false;
  const Token& t = view.tokens[reading.first];
  if (is_currency_noun(view, reading.last)) return false;
  return !(view.language == Language::Nl &&
           view.folded.end[t.end - 1] - view.folded.begin[t.begin] > 3);
}

// "a fifth of": only with what it is a part of, or it may be the fifth of something else.
std::optional<NumberReading> read_a_part(const TextView& view, std::size_t token) {
  if (view.language != Language::En || !view.is(token, "a")) return std::nullopt;
  auto reading = read_words(view, token + 1);
  if (!reading || reading->kind != NumberReading::Kind::Ordinal) return std::nullopt;
  reading = as_part(view, *reading);
  if (reading) reading->first = token;
  return reading;
}

std::optional<NumberReading> read_plain(const TextView& view, std::size_t token) {
  auto reading = read_figures(view, token);
  if (!reading) reading = read_bare_fraction(view, token);
  if (reading && reading->kind == NumberReading::Kind::Cardinal) {
    read_exponent(view, *reading);
    read_slash(view, *reading);
    read_scales(view, *reading);
    read_french_hundreds(view, *reading);
    read_smaller(view, *reading);
    if (!reading->scaled) reading->alternatives.clear();
  }
  if (!reading) reading = read_a_part(view, token);
  if (!reading) reading = read_roman(view, token);
  if (!reading) reading = read_words(view, token);
  if (!reading) reading = read_collective(view, token);
  if (!reading || reading->kind == NumberReading::Kind::Ordinal) return reading;
  if (reading->kind != NumberReading::Kind::Collective) read_dozens(view, *reading);
  if (reading->kind == NumberReading::Kind::Cardinal) read_added_fraction(view, *reading);
  if (reading->kind == NumberReading::Kind::Cardinal) read_out_of(view, *reading);
  read_scaled_code(view, *reading);
  return reading;
}

}  // namespace

bool scale_by(NumberReading& reading, int power) {
  const auto value = base::shift(reading.value, power);
  const auto place = base::shift(reading.place, power);
  const auto nonzero = base::shift(reading.nonzero_place, power);
  if (!value || !place || !nonzero) return false;
  for (Decimal& other : reading.alternatives) other = base::shift(other, power).value_or(other);
  reading.value = *value;
  reading.place = *place;
  reading.nonzero_place = *nonzero;
  return true;
}

ScaledCode scaled_code(const TextView& view, std::size_t token) {
  if (!view.is_word(token) || !view.goes_on(token) || view.text(token).size() != 4) return {};
  for (int letter = 1; letter < 4; ++letter)
    if (!view.folded.capital[view.tokens[token].begin + letter]) return {};
  const std::string_view currency = currency_of(view.text(token).substr(1));
  if (currency.empty()) return {};
  switch (view.text(token)[0]) {
    case 'k':
      return {3, currency};
    case 't':
      return {view.language == Language::De ? 3 : 0, currency};
    case 'm':
      return {6, currency};
    case 'b':
      return {9, currency};
    default:
      return {};
  }
}

std::string_view TextView::text(std::size_t token) const {
  if (token >= tokens.size()) return {};
  const Token& t = tokens[token];
  return std::string_view(folded.text).substr(t.begin, t.end - t.begin);
}

bool TextView::is(std::size_t token, std::string_view word) const {
  return token < tokens.size() && text(token) == word;
}

bool TextView::is_word(std::size_t token) const {
  return token < tokens.size() && tokens[token].kind == Token::Kind::Word;
}

bool TextView::goes_on(std::size_t token) const {
  return token < tokens.size() && !tokens[token].broken;
}

bool TextView::is_digits(std::size_t token) const {
  return token < tokens.size() && tokens[token].kind == Token::Kind::Digits;
}

std::optional<NumberReading> read_number(const TextView& view, std::size_t token) {
  if (is_minus(view, token) && token + 1 < view.size()) {
    auto reading = view.is_digits(token + 1) || view.is_word(token + 1)
                       ? read_plain(view, token + 1)
                       : std::nullopt;
    if (!reading || reading->kind == NumberReading::Kind::Ordinal) return std::nullopt;
    reading->first = token;
    reading->value.coefficient = -reading->value.coefficient;
    return reading;
  }
  auto reading = read_plain(view, token);
  if (reading && is_article(view, *reading)) return std::nullopt;
  return reading;
}

}  // namespace kontor::briefing
