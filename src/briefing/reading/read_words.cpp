#include <algorithm>
#include <array>

#include "briefing/reading/claim_words.h"
#include "briefing/reading/number_words.h"
#include "briefing/reading/read_number.h"

namespace kontor::briefing {

namespace {

using base::Decimal;
using base::Language;
using MorphemeKind = Morpheme::Kind;

Decimal whole(std::int64_t value) {
  return {value, 0};
}

int power_of_ten(std::int64_t value) {
  int power = 0;
  for (; value >= 10; value /= 10) ++power;
  return power;
}

// The number said so far: values that a later scale may multiply, largest first.
class Sum {
 public:
  // Whether `value` may follow what stands: smaller than the last place filled.
  bool takes(std::int64_t value, Language language, bool joined) const {
    if (parts_.empty()) return true;
    if (has_fraction_) return false;
    const std::int64_t last = parts_.back().coefficient;
    if (language == Language::Fr && last == 4 && value == 20) return true;
    if (language == Language::Fr && (last == 60 || last == 80) && value >= 10 && value <= 19)
      return true;
    const bool turned = joined && (language == Language::Nl || language == Language::De);
    if (turned && last < 10 && last > 0 && value >= 20 && value < 100) return true;
    std::int64_t power = 10;
    while (power <= value) power *= 10;
    return last % power == 0 && last != 0;
  }

  // The sum of the parts from `first` on.
  Decimal from(std::size_t first) const {
    Decimal tail{};
    for (std::size_t i = first; i < parts_.size(); ++i)
      tail = base::add(tail, parts_[i]).value_or(tail);
    return tail;
  }
  // Cuts off what was added last, so many parts being left, and gives it.
  Decimal cut(std::size_t left) {
    const Decimal tail = from(left);
    parts_.resize(left);
    return tail;
  }
  std::size_t count() const { return parts_.size(); }

  void add(std::int64_t value, Language language) {
    if (language == Language::Fr && !parts_.empty() && parts_.back().coefficient == 4 &&
        value == 20)
      parts_.back() = whole(80);
    else
      parts_.push_back(whole(value));
  }

  bool scale(std::int64_t by) {
    Decimal smaller{};
    bool any = false;
    while (!parts_.empty() && compare(parts_.back(), whole(by)) < 0) {
      smaller = base::add(smaller, parts_.back()).value_or(smaller);
      parts_.pop_back();
      any = true;
    }
    // "a hundred thousand million": a scale right behind larger ones multiplies them, too.
    const auto product = base::shift(any ? smaller : whole(1), power_of_ten(by));
    if (!product) return false;
    parts_.push_back(*product);
    scale_ = by;
    return true;
  }

  void add_fraction(Decimal fraction) {
    parts_.push_back(fraction);
    has_fraction_ = true;
  }

  // The fraction that was added last is one of 10^power.
  void shift_fraction(int power) {
    parts_.back() = base::shift(parts_.back(), power).value_or(parts_.back());
  }

  // 6 where the number ends in millions; 0 without a scale of a thousand or more at its end.
  int ending_power() const {
    const bool ends = scale_ >= 1000 && !parts_.empty() && parts_.back().scale == 0 &&
                      parts_.back().coefficient % scale_ == 0;
    return ends ? power_of_ten(scale_) : 0;
  }
  bool ends_in_tens() const {
    return !parts_.empty() && compare(parts_.back(), whole(20)) >= 0 &&
           compare(parts_.back(), whole(90)) <= 0 && parts_.back().coefficient % 10 == 0;
  }
  // Whether its last word is a lone digit: "twenty three".
  bool ends_in_digit() const { return parts_.size() > 1 && compare(parts_.back(), whole(10)) < 0; }
  bool empty() const { return parts_.empty(); }
  Decimal value() const { return from(0); }
  Decimal place() const {
    const Decimal sum = base::trimmed(value());
    if (scale_ < 1000 || sum.scale > 0) return {1, sum.scale};
    const Decimal in_scale = base::trimmed(base::divide(sum, whole(scale_), 9).value_or(sum));
    return base::multiply({1, in_scale.scale}, whole(scale_)).value_or(whole(1));
  }

 private:
  std::vector<Decimal> parts_;
  std::int64_t scale_ = 1;
  bool has_fraction_ = false;
};

bool is_joiner(std::string_view word, Language language) {
  constexpr std::array<std::string_view, 4> words{"et", "en", "und", "and"};
  return word == words[static_cast<std::size_t>(language)];
}

bool is_point(std::string_view word, Language language) {
  constexpr std::array<std::string_view, 4> words{"virgule", "komma", "komma", "point"};
  return word == words[static_cast<std::size_t>(language)];
}

// "anderhalf" and the like, which are one and a half by themselves.
bool is_one_and_a_half(std::string_view word) {
  return word == "anderhalf" || word == "anderhalve" || word == "anderthalb";
}

class Reader {
 public:
  Reader(const TextView& view, std::size_t token) : view_(view), at_(token), first_(token) {}

  std::optional<NumberReading> read() {
    while (!done_ && take_word()) {
    }
    if (sum_.empty() || end_ == 0) return std::nullopt;
    NumberReading reading{.kind = kind_, .first = first_, .last = end_, .value = sum_.value()};
    reading.place = sum_.place();
    reading.nonzero_place = reading.place;
    reading.rounded = rounded_;
    reading.scaled = scaled_;
    reading.ending_power = part_power_ > 0 ? part_power_ : sum_.ending_power();
    return reading;
  }

 private:
  // Reads the word at at_, over a hyphen or a joiner before it; false where none fits.
  bool take_word() {
    std::size_t at = at_;
    bool joined = false;
    if (!sum_.empty() && at + 1 < view_.size()) {
      if (view_.is(at, "-") && view_.tokens[at].spaced == view_.tokens[at + 1].spaced &&
          (!view_.tokens[at].spaced || is_unit_of_tens(at + 1)))
        ++at;
      if (at + 1 < view_.size() && view_.is_word(at) && is_joiner(view_.text(at), view_.language)) {
        joined = true;
        ++at;
        if (view_.is(at, "-")) ++at;
      }
    }
    if (at >= view_.size() || !view_.is_word(at)) return false;
    if (at != first_ && view_.tokens[at].broken) return false;
    const std::string_view word = view_.text(at);
    if (is_one_and_a_half(word) && sum_.empty()) {
      sum_.add_fraction({15, 1});
      return advance(at);
    }
    if (!sum_.empty() && is_point(word, view_.language)) return take_decimals(at);
    if (joined && take_part(at)) return false;
    if (!sum_.empty() && !joined)
      if (const auto under = plural_denominator(at))
        return take_fraction(under->value.coefficient, under->last - 1);
    const auto parts = morphemes(word, view_.language);
    return !parts.empty() && take(parts, at, joined);
  }

  // "fifty - two", in English.
  bool is_unit_of_tens(std::size_t at) const {
    const auto parts = morphemes(view_.text(at), view_.language);
    return view_.language == base::Language::En && parts.size() == 1 && parts[0].value > 0 &&
           parts[0].value < 10 && parts[0].kind == MorphemeKind::Value && sum_.ends_in_tens();
  }

  // 35 in "one hundred thirty-fifths", where no "and" makes the tens a part of the numerator.
  std::optional<NumberReading> plural_denominator(std::size_t at) const {
    const auto tens = morphemes(view_.text(at), view_.language);
    if (view_.language != base::Language::En || tens.size() != 1 || tens[0].value < 20 ||
        tens[0].value > 90 || tens[0].kind != MorphemeKind::Value)
      return std::nullopt;
    std::size_t unit = at + 1;
    if (view_.is(unit, "-")) ++unit;
    if (!view_.is_word(unit) || !view_.goes_on(unit)) return std::nullopt;
    const auto part = morphemes(view_.text(unit), view_.language);
    if (part.size() != 1 || part[0].kind != MorphemeKind::Denominator || part[0].value < 3 ||
        part[0].value > 9 || !view_.text(unit).ends_with("hs"))
      return std::nullopt;
    return NumberReading{.last = unit + 1, .value = whole(tens[0].value + part[0].value)};
  }

  bool advance(std::size_t at) {
    at_ = end_ = at + 1;
    return true;
  }

  // "two and a half", "deux et demi", "forty-two and a third".
  bool take_part(std::size_t at) {
    static constexpr std::array<std::string_view, 6> articles{"a",    "een", "ein",
                                                              "eine", "un",  "one"};
    const bool article = std::ranges::find(articles, view_.text(at)) != articles.end();
    if (article) ++at;
    if (!view_.is_word(at) || !view_.goes_on(at)) return false;
    const auto parts = morphemes(view_.text(at), view_.language);
    const bool named = parts.size() == 1 && parts[0].kind == MorphemeKind::Denominator &&
                       (article || parts[0].value == 2);
    const bool counted = article && parts.size() == 2 && parts[0].value > 2 &&
                         parts[1].kind == MorphemeKind::Ordinal && is_part_before(view_, at + 1);
    if (!named && !counted) return false;
    joined_at_ = sum_.count();
    sum_.add(1, view_.language);
    return take_fraction(parts[0].value, at);
  }

  // "half a million", "deux tiers de million", "drei Viertel einer Million".
  bool take_scale() {
    static constexpr std::array<std::string_view, 12> links{
        "a", "an", "of", "de", "d", "'", "un", "van", "een", "von", "einer", "-"};
    std::size_t at = at_;
    while (at < at_ + 3 && view_.goes_on(at) &&
           std::ranges::find(links, view_.text(at)) != links.end())
      ++at;
    if (!view_.is_word(at) || !view_.goes_on(at) || view_.text(at).size() <= 3) return false;
    const auto power = scale_power(view_.text(at), view_.language);
    if (!power || !sum_.scale(power_of(*power))) return false;
    scaled_ = true;
    part_power_ = *power;
    return advance(at);
  }

  static std::int64_t power_of(int power) {
    std::int64_t value = 1;
    for (int i = 0; i < power; ++i) value *= 10;
    return value;
  }

  bool take_decimals(std::size_t at) {
    std::string digits;
    std::size_t next = at + 1;
    for (; view_.is_word(next) && view_.goes_on(next) && digits.size() < 12; ++next) {
      const auto parts = morphemes(view_.text(next), view_.language);
      if (parts.empty() || parts[0].kind != MorphemeKind::Value ||
          parts.back().kind != MorphemeKind::Value)
        break;
      std::int64_t value = 0;
      for (const Morpheme& part : parts) value += part.value;
      const bool continues =
          !digits.empty() && digits.size() >= 2 && digits.back() == '0' && value < 20 && value > 0;
      if (continues) {  // "point seventy-one"
        value += digits.back() == '0' ? std::atoi(digits.substr(digits.size() - 2).c_str()) : 0;
        digits.resize(digits.size() - 2);
      }
      digits += std::to_string(value);
      const bool hyphen = view_.is(next + 1, "-") && !view_.tokens[next + 1].spaced;
      const bool and_one = view_.is(next + 1, "et") && digits.back() == '0';
      if (hyphen || and_one) ++next;
    }
    if (digits.empty()) return false;
    const auto fraction = base::parse_decimal("0." + digits);
    if (!fraction) return false;
    sum_.add_fraction(*fraction);
    at_ = end_ = next;
    return true;
  }

  // All pieces of a word, or none of them.
  bool take(const std::vector<Morpheme>& parts, std::size_t at, bool joined) {
    if (joined) joined_at_ = sum_.count();
    if (const auto under = denominator(parts, at); under != 0) return take_fraction(under, at);
    if (is_lone_ordinal(parts, at) || is_french_part(parts)) return refuse(at);
    Sum sum = sum_;
    bool and_before = joined;
    for (const Morpheme& part : parts) {
      if (part.kind == MorphemeKind::And) and_before = true;
      if (part.kind == MorphemeKind::Scale && !(and_before && !sum.empty() && part.value == 100) &&
          !sum.scale(part.value))
        return false;
      scaled_ = scaled_ || part.kind == MorphemeKind::Scale;
      if (part.kind == MorphemeKind::Half) sum.add_fraction({5, 1});
      if (part.kind == MorphemeKind::Ordinal) kind_ = NumberReading::Kind::Ordinal;
      if (part.kind != MorphemeKind::Value) continue;
      if (!sum.takes(part.value, view_.language, and_before)) return refuse(at);
      sum.add(part.value, view_.language);
      and_before = false;
    }
    sum_ = sum;
    done_ = kind_ == NumberReading::Kind::Ordinal;
    return advance(at);
  }

  // "vingt cinquiemes", "eenentwintig vijfde": where these stand apart they are no ordinals.
  bool is_lone_ordinal(const std::vector<Morpheme>& parts, std::size_t at) const {
    if (sum_.empty() || parts.back().kind != MorphemeKind::Ordinal) return false;
    switch (view_.language) {
      case base::Language::Fr:
        return view_.text(at).ends_with("iemes");
      case base::Language::Nl:
      case base::Language::De:
        return true;
      case base::Language::En:
        return false;
    }
    return false;
  }

  // "un cent cinquieme": a hundred is "cent" alone.
  bool is_french_part(const std::vector<Morpheme>& parts) const {
    return view_.language == base::Language::Fr && parts[0].kind == MorphemeKind::Scale &&
           parts[0].value <= 1000 && !sum_.empty() && compare(sum_.value(), whole(1)) == 0;
  }

  // "two fifths", "un vingt-cinquieme": an ordinal that cannot continue the number is a
  // denominator.
  bool refuse(std::size_t at) {
    kind_ = NumberReading::Kind::Cardinal;
    if (view_.text(at) == "second") return false;
    const auto under = Reader(view_, at).read();
    if (!under || under->kind != NumberReading::Kind::Ordinal || under->value.coefficient < 3)
      return false;
    return take_fraction(under->value.coefficient, under->last - 1);
  }

  // The denominator that the word is, or 0. "dreiviertel" brings its numerator along.
  std::int64_t denominator(const std::vector<Morpheme>& parts, std::size_t at) {
    if (is_small_part(parts, at)) return parts[0].value;
    if (parts.back().kind != MorphemeKind::Denominator) return 0;
    if (parts.size() == 2 && parts[1].value != 0) {
      joined_at_ = sum_.count();
      sum_.add(parts[0].value, view_.language);
      return parts[1].value;
    }
    return parts.size() <= 2 ? parts[0].value : 0;
  }

  // "un centieme", "een duizendste", "four hundredths": one, or a plural.
  bool is_small_part(const std::vector<Morpheme>& parts, std::size_t at) const {
    const bool ordinal = parts.size() == 2 && parts[0].kind == MorphemeKind::Scale &&
                         parts[1].kind == MorphemeKind::Ordinal;
    if (!ordinal || sum_.empty()) return false;
    const std::string_view word = view_.text(at);
    const bool plural = word.ends_with("iemes") || word.ends_with("ths") || word.ends_with("sten");
    return plural || compare(sum_.value(), whole(1)) == 0;
  }

  bool take_fraction(std::int64_t under, std::size_t at) {
    if (under < 2) return false;
    // Dutch and German turn 23 round: "twintig drie vijfde" is twenty and three fifths.
    const bool turns = view_.language == base::Language::Nl || view_.language == base::Language::De;
    if (joined_at_ == 0 && turns && sum_.ends_in_digit()) joined_at_ = sum_.count() - 1;
    // "twenty and three fifths": what the "and" added is the numerator, of a proper fraction.
    const bool mixed = joined_at_ > 0 && joined_at_ < sum_.count() &&
                       compare(sum_.from(joined_at_), whole(under)) < 0;
    const Decimal over = sum_.empty() ? whole(1) : sum_.cut(mixed ? joined_at_ : 0);
    const auto value = base::divide(over, whole(under), 15);
    if (!value) return false;
    rounded_ = compare(*base::multiply(base::round_to(*value, 9), whole(under)), over) != 0;
    if (!mixed) sum_ = Sum();
    const int larger = sum_.ending_power();
    sum_.add_fraction(base::trimmed(*value));
    kind_ = NumberReading::Kind::Fraction;
    done_ = true;
    advance(at);
    // "one million and a half" is half a million more.
    if (!take_scale()) sum_.shift_fraction(larger);
    return true;
  }

  const TextView& view_;
  std::size_t at_, first_, end_ = 0;
  std::size_t joined_at_ = 0;  // parts of the sum before the last "and"
  int part_power_ = 0;         // of the scale behind a fraction: 6 for "half a million"
  Sum sum_;
  NumberReading::Kind kind_ = NumberReading::Kind::Cardinal;
  bool done_ = false, rounded_ = false, scaled_ = false;
};

}  // namespace

bool is_part_before(const TextView& view, std::size_t token) {
  if (!view.goes_on(token) || !view.is_word(token)) return true;
  static constexpr std::array<std::string_view, 5> links{"of", "de", "d", "van", "von"};
  const std::string_view word = view.text(token);
  return std::ranges::find(links, word) != links.end() || listed(WordList::Percent, word) ||
         !currency_of(word).empty() || scale_power(word, view.language);
}

std::optional<NumberReading> read_words(const TextView& view, std::size_t token) {
  if (!view.is_word(token)) return std::nullopt;
  return Reader(view, token).read();
}

}  // namespace kontor::briefing
