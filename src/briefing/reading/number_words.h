#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace kontor::briefing {

// What a piece of a number in words says, in one language, folded.
struct Morpheme {
  enum class Kind : std::uint8_t { Value, Scale, And, Half, Ordinal, Denominator };
  Kind kind = Kind::Value;
  std::int64_t value = 0;
};

// The pieces of one word: "tweeentwintigste" -> 2, and, 20, ordinal; "quatrieme" -> 4, ordinal;
// "millions" -> scale 10^6; "dreieinhalb" -> 3, half. Empty for a word that is no number.
std::vector<Morpheme> morphemes(std::string_view word, base::Language language);

// 10^3 … 10^15 for "million", "mrd", "bn", "mio" …; nothing for other words. Abbreviations count
// only here, behind figures.
std::optional<int> scale_power(std::string_view word, base::Language language);

// 12 for "dozen", 50 for "cinquantaine", "vijftigtal"; nothing for other words.
std::optional<std::int64_t> collective(std::string_view word, base::Language language);

}  // namespace kontor::briefing
