#pragma once
#include <span>
#include <string_view>

#include "base/text.h"
#include "briefing/reading/claims.h"

// Words around numbers in the four languages, folded. A trailing * matches any ending.
namespace kontor::briefing {

struct ModifierPhrase {
  std::string_view words;
  Modifier modifier;
};

// Longer phrases stand before the shorter ones in them.
std::span<const ModifierPhrase> modifier_phrases(base::Language language);

// EUR, USD, GBP … for a sign, code or noun; "" for other words.
std::string_view currency_of(std::string_view word);
// The unit for a noun that is counted: "person", "job", "company" …; "" for other words.
std::string_view counted_unit(std::string_view noun);

enum class WordList {
  Month,
  Century,
  YearLead,
  CodeLead,
  PhoneLead,
  Down,
  Up,
  Surplus,
  Deficit,
  Times,
  RankNoun,
  NoRankNoun,
  Superlative,
  FunctionWord,
  City,
  Percent,
  Point,
  And,
  Between
};
bool listed(WordList list, std::string_view word);

}  // namespace kontor::briefing
