#include <algorithm>
#include <array>

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

  // Cuts off what was added last, so many parts being left, and gives it.
  Decimal cut(std::size_t left) {
    Decimal tail{};
    for (std::size_t i = left; i < parts_.size(); ++i)
      tail = base::add(tail, parts_[i]).value_or(tail);
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
    const auto product = base::multiply(any ? smaller : whole(1), whole(by));
    if (!product) return false;
    parts_.push_back(*product);
    scale_ = by;
    return true;
  }

  void add_fraction(Decimal fraction) {
    parts_.push_back(fraction);
    has_fraction_ = true;
  }

  // The scale that the number ends in, or 1.
  std::int64_t last_scale() const {
    return scale_ >= 1000 && !parts_.empty() && parts_.back().coefficient % scale_ == 0 ? scale_
                                                                                        : 1;
  }
  bool empty() const { return parts_.empty(); }
  Decimal value() const {
    Decimal sum{};
    for (const Decimal part : parts_) sum = base::add(sum, part).value_or(sum);
    return sum;
  }
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
    return reading;
  }

 private:
  // Reads the word at at_, over a hyphen or a joiner before it; false where none fits.
  bool take_word() {
    std::size_t at = at_;
    bool joined = false;
    if (!sum_.empty() && at + 1 < view_.size()) {
      if (view_.is(at, "-") && !view_.tokens[at].spaced && !view_.tokens[at + 1].spaced) ++at;
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
    if (joined && take_half(at)) return false;
    const auto parts = morphemes(word, view_.language);
    return !parts.empty() && take(parts, at, joined);
  }

  bool advance(std::size_t at) {
    at_ = end_ = at + 1;
    return true;
  }

  // "two and a half", "deux et demi", "twee en een half".
  bool take_half(std::size_t at) {
    const std::string_view article = view_.text(at);
    if (article == "a" || article == "een" || article == "ein" || article == "eine") ++at;
    if (at >= view_.size() || !view_.is_word(at)) return false;
    const auto parts = morphemes(view_.text(at), view_.language);
    if (parts.size() != 1 || parts[0].kind != MorphemeKind::Denominator) return false;
    const std::int64_t under = parts[0].value;
    if (under != 2 && under != 4) return false;
    // "one million and a half" is half a million more.
    const Decimal part{under == 4 ? 25 : 5, under == 4 ? 2 : 1};
    sum_.add_fraction(base::multiply(part, whole(sum_.last_scale())).value_or(part));
    at_ = end_ = at + 1;
    done_ = false;
    after_fraction();
    return true;
  }

  void after_fraction() {
    if (at_ < view_.size() && view_.is_word(at_))
      if (const auto power = scale_power(view_.text(at_), view_.language);
          power && view_.text(at_).size() > 3)
        if (sum_.scale(power_of(*power))) end_ = ++at_;
    done_ = true;
  }

  static std::int64_t power_of(int power) {
    std::int64_t value = 1;
    for (int i = 0; i < power; ++i) value *= 10;
    return value;
  }

  bool take_decimals(std::size_t at) {
    std::string digits;
    std::size_t next = at + 1;
    for (; next < view_.size() && view_.is_word(next) && digits.size() < 12; ++next) {
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
    if (const auto under = denominator(parts); under != 0) return take_fraction(under, at);
    Sum sum = sum_;
    bool and_before = joined;
    if (joined) joined_at_ = sum_.count();
    for (const Morpheme& part : parts) {
      if (part.kind == MorphemeKind::And) and_before = true;
      if (part.kind == MorphemeKind::Scale && !(joined && !sum.empty() && part.value == 100) &&
          !sum.scale(part.value))
        return false;
      scaled_ = scaled_ || part.kind == MorphemeKind::Scale;
      if (part.kind == MorphemeKind::Half) sum.add_fraction({5, 1});
      if (part.kind == MorphemeKind::Ordinal) kind_ = NumberReading::Kind::Ordinal;
      if (part.kind != MorphemeKind::Value) continue;
      if (!sum.takes(part.value, view_.language, and_before)) return refuse(parts, at);
      sum.add(part.value, view_.language);
      and_before = false;
    }
    sum_ = sum;
    done_ = kind_ == NumberReading::Kind::Ordinal;
    return advance(at);
  }

  // "two fifths", "un cinquieme": an ordinal that cannot continue the number is a denominator.
  bool refuse(const std::vector<Morpheme>& parts, std::size_t at) {
    const bool ordinal = parts.back().kind == MorphemeKind::Ordinal;
    kind_ = NumberReading::Kind::Cardinal;
    if (!ordinal || parts.size() != 2 || view_.text(at) == "second") return false;
    return take_fraction(parts[0].value, at);
  }

  // The denominator that the word is, or 0. "dreiviertel" brings its numerator along.
  std::int64_t denominator(const std::vector<Morpheme>& parts) {
    if (parts.back().kind != MorphemeKind::Denominator) return 0;
    if (parts.size() == 2 && parts[1].value != 0) {
      joined_at_ = sum_.count();
      sum_.add(parts[0].value, view_.language);
      return parts[1].value;
    }
    if (parts.size() == 1) return parts[0].value;
    return parts.size() == 2 ? parts[0].value : 0;
  }

  bool take_fraction(std::int64_t under, std::size_t at) {
    if (under < 2) return false;
    // "twenty and three fifths": what the "and" added is the numerator.
    const bool mixed = joined_at_ > 0 && joined_at_ < sum_.count();
    const Decimal over = sum_.empty() ? whole(1) : sum_.cut(mixed ? joined_at_ : 0);
    const auto value = base::divide(over, whole(under), 15);
    if (!value) return false;
    rounded_ = compare(*base::multiply(base::round_to(*value, 9), whole(under)), over) != 0;
    if (!mixed) sum_ = Sum();
    sum_.add_fraction(base::trimmed(*value));
    kind_ = NumberReading::Kind::Fraction;
    advance(at);
    // "half a million", "un demi-million", "een half miljoen".
    while (at_ < view_.size() && (view_.is(at_, "a") || view_.is(at_, "an") || view_.is(at_, "-")))
      ++at_;
    after_fraction();
    if (end_ == at + 1) at_ = end_;
    return true;
  }

  const TextView& view_;
  std::size_t at_, first_, end_ = 0;
  std::size_t joined_at_ = 0;  // parts of the sum before the last "and"
  Sum sum_;
  NumberReading::Kind kind_ = NumberReading::Kind::Cardinal;
  bool done_ = false, rounded_ = false, scaled_ = false;
};

}  // namespace

std::optional<NumberReading> read_words(const TextView& view, std::size_t token) {
  if (!view.is_word(token)) return std::nullopt;
  return Reader(view, token).read();
}

}  // namespace kontor::briefing
