#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"
#include "briefing/versions.h"

namespace kontor::briefing {

// The same text in fr, nl, de and en; an empty one is not written yet.
using FourTexts = std::array<std::string, 4>;

// Bytes of a text.
struct Span {
  std::size_t begin = 0, end = 0;
};

// One number, date, time or name, where each version has it.
struct VersionLink {
  enum class Kind { Number, Date, Name };
  Kind kind = Kind::Number;
  std::array<std::optional<Span>, 4> spans;  // in the order of the languages
  // What the versions differ in: value, precision, modifier, unit, missing; empty: they agree.
  std::string_view differs;
};

std::string_view word(VersionLink::Kind kind);

// Everything that the versions must have in common, in the order of the first one. `names` are
// those to look for, each in the wording of its language; which stand in none are left out.
std::vector<VersionLink> link_versions(const FourTexts& texts,
                                       const std::vector<base::Text>& names);

// A sum of money in a text that another source contradicts.
struct WrongSum {
  base::Language language = base::Language::Fr;
  Span span;
};

// The sums in `currency` of those versions that do not name `amount`, be it rounded.
std::vector<WrongSum> wrong_sums(const FourTexts& texts, base::Decimal amount,
                                 std::string_view currency);

// The sentence, or line, around a span.
std::string sentence_around(std::string_view text, Span span);

}  // namespace kontor::briefing
