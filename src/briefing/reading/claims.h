#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"
#include "briefing/reading/folded.h"

namespace kontor::briefing {

// How a text bounds its number. NearBelow is "nearly", MoreThanNear "just over" (ruim, gut).
enum class Modifier : std::uint8_t {
  Equal,
  About,
  NearBelow,
  MoreThan,
  MoreThanNear,
  AtLeast,
  AtMost,
  LessThan
};

// A number that a text claims.
struct Claim {
  enum class Kind : std::uint8_t {
    Money,
    Count,
    Percent,
    PercentChange,
    PointChange,
    Rank,
    Balance,
    Range,
    Multiple,
    Number
  };
  Kind kind = Kind::Number;
  Modifier modifier = Modifier::Equal;
  std::size_t begin = 0, end = 0;                // bytes of the text, with modifier, unit and noun
  std::size_t number_begin = 0, number_end = 0;  // bytes of the number itself
  std::size_t first = 0, last = 0;               // its tokens
  base::Decimal value;                           // of a range, the lower end
  base::Decimal upper;                           // of a range
  base::Decimal place;                           // one in the last place that the text states
  base::Decimal lowest, highest;  // value -+ half a place: what rounds to the statement
  std::string unit;               // EUR, USD, percent, percentage_point, rank, times, person …
  std::string noun;               // what is counted or ranked, folded
  std::vector<base::Decimal> alternatives;
  std::vector<std::string> warnings;  // hedged_precise, ambiguous_separator, long_scale …
  int sentence = 0;
};

std::string_view word(Claim::Kind kind);
std::string_view word(Modifier modifier);

// A text with the claims in it, and what later steps look at.
struct ReadText {
  std::string original;
  Folded folded;
  std::vector<Token> tokens;
  std::vector<int> sentences;  // of each token
  std::vector<Claim> claims;   // in the order of the text, never overlapping
  base::Language language = base::Language::En;
};

// All numbers of a text that say something about the world. Dates, years, times, telephone numbers,
// postal codes, product and law codes, versions and centuries say nothing and are passed over.
ReadText read_claims(std::string_view text, base::Language language, bool markup = false);

}  // namespace kontor::briefing
