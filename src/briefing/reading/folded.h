#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kontor::briefing {

// A text made comparable: ASCII letters in lower case without accents ("größte" -> "grosste"),
// every kind of space one blank, U+2019 an apostrophe, U+2212 a minus, raised letters their letter
// ("7ᵉ" -> "7e"). Raised digits are footnote calls and left out, as are soft hyphens and, with
// `markup`, tags; entities of HTML become their character. Other characters stay as they are.
// Every byte knows where it came from.
struct Folded {
  std::string text;
  std::vector<std::uint32_t> begin, end;  // of the original character, by byte of `text`
  std::vector<bool> capital;              // whether it was a capital letter
};

Folded fold(std::string_view original, bool markup = false);

// A piece of folded text. Blanks are no tokens.
struct Token {
  enum class Kind : std::uint8_t { Word, Digits, Sign };
  std::uint32_t begin = 0, end = 0;  // in the folded text
  Kind kind = Kind::Sign;
  bool spaced = false;  // a blank or line end stands before it
  bool broken = false;  // an empty line, or the end of a block of markup, stands before it
};

std::vector<Token> tokens_of(const Folded& folded);

}  // namespace kontor::briefing
