#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"
#include "briefing/reading/folded.h"

namespace kontor::briefing {

// A number as it stands in a text.
struct NumberReading {
  enum class Kind : std::uint8_t { Cardinal, Ordinal, Fraction, Collective };
  Kind kind = Kind::Cardinal;
  std::size_t first = 0, last = 0;  // tokens [first, last)
  base::Decimal value{};
  base::Decimal place{};          // one in its last stated place: 100,000,000 for "64,4 milliards"
  base::Decimal nonzero_place{};  // one in the place of its last digit that is not zero
  std::vector<base::Decimal> alternatives{};  // other values that the same figures may mean
  bool in_figures = false;                    // digits, not words
  bool scaled = false;                        // a scale word or letter was read
  bool point_joined = false;                  // its last sign is a full stop of an ordinal ("4.")
  bool plural_scale_below_two = false;        // French "1,3 milliards": the plural begins at two
  bool rounded = false;                       // a fraction such as 1/3, which has no exact decimal
  int ending_power = 0;                       // 6 for "3 million", which ends in that scale
};

// Text, its tokens and its language: what every reader of a text needs.
struct TextView {
  const Folded& folded;
  const std::vector<Token>& tokens;
  base::Language language;

  std::string_view text(std::size_t token) const;  // "" behind the last
  bool is(std::size_t token, std::string_view word) const;
  bool is_word(std::size_t token) const;
  bool is_digits(std::size_t token) const;
  bool goes_on(std::size_t token) const;  // there is one, and no empty line before it
  std::size_t size() const { return tokens.size(); }
};

// The longest number that starts exactly at `token`; nothing where none does. Grammar and the
// treatment of separators: docs/briefing.md, "How numbers are read".
std::optional<NumberReading> read_number(const TextView& view, std::size_t token);

// Parts of it, in files of their own: figures ("31 400,5", "XVe") and words ("dreiundzwanzig").
std::optional<NumberReading> read_figures(const TextView& view, std::size_t token);
std::optional<NumberReading> read_words(const TextView& view, std::size_t token);

// value × 10^power, with its places; false where it has too many digits.
bool scale_by(NumberReading& reading, int power);

// "MUSD", "kEUR", German "TEUR": a scale grown together with the code of a currency.
struct ScaledCode {
  int power = 0;  // 0: it is none
  std::string_view currency{};
};
ScaledCode scaled_code(const TextView& view, std::size_t token);

// Whether an ordinal that ends before `token` may be a part: "a fifth.", "a fifth of", "a third %".
bool is_part_before(const TextView& view, std::size_t token);

}  // namespace kontor::briefing
