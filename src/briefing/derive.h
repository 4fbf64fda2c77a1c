#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "briefing/figure_book.h"

namespace kontor::briefing {

// A number made from observations, with its formula and what went in. Ratios are kept as over and
// under, so that comparing them needs no rounding; `value` is then over ÷ under × factor, rounded
// to six digits behind the point, for reading only.
struct Derived {
  enum class Kind { Value, Total, Balance, Share, Growth };
  Kind kind = Kind::Value;
  base::Decimal value;
  std::string unit;  // a currency, or "percent"
  std::string period;
  std::string formula;  // "export + import"
  std::vector<Observation> inputs;
  std::optional<base::Decimal> over, under;  // of a percentage
};

// Each gives nothing where an input is not known or the answer has more than 18 digits.
std::optional<Derived> as_is(const Observation& observation);
std::optional<Derived> total(const Observation& exports, const Observation& imports);
std::optional<Derived> balance(const Observation& exports, const Observation& imports);
std::optional<Derived> share(const Observation& part, const Observation& whole);
std::optional<Derived> growth(const Observation& from, const Observation& to);

// How an exact ratio in percent stands to `percent`.
std::strong_ordering compare_percent(const Derived& derived, base::Decimal percent);

}  // namespace kontor::briefing
