#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "base/decimal.h"
#include "briefing/derive.h"
#include "briefing/reading/claims.h"

namespace kontor::briefing {

enum class Verdict : std::uint8_t { Confirmed, RoundsDifferently, Contradicted, CannotBeChecked };

// Why: exact, by rounding, a bound that holds but far off (Loose), a bound broken (Bound) …
enum class Reason : std::uint8_t {
  Exact,
  Rounding,
  Loose,
  Revised,  // confirmed
  Truncated,
  RoundedUp,
  OtherRounding,  // rounds differently
  Outside,
  BoundBroken,  // contradicted
  NoSeries,
  ScopeMissing,
  Suppressed,
  ThirdParty,
  NoPeriod,
  Ambiguous,
  IncompleteSet,
  NoRate,
  Discouraged  // cannot be checked
};

std::string_view word(Verdict verdict);
std::string_view word(Reason reason);

struct Judgement {
  Verdict verdict = Verdict::CannotBeChecked;
  Reason reason = Reason::NoSeries;
};

// How the number of `data` stands to what the claim states, by the interval that its last stated
// place and its modifier leave open (docs/briefing.md, "Verdicts"). A tie counts as confirmed where
// rounding half up or half to even reaches the stated form. Widening a claim's place never turns
// confirmed into contradicted.
Judgement judge(const Claim& claim, base::Decimal data);
// The same for a percentage kept as a ratio, without rounding it first.
Judgement judge(const Claim& claim, const Derived& data);

// Whether sums, differences, shares or growth stated in a text can all be true at once: whether any
// values in the intervals of the parts give a value in that of the result.
bool sum_is_feasible(std::span<const Claim> parts, const Claim& total);
bool difference_is_feasible(const Claim& from, const Claim& what, const Claim& result);
bool share_is_feasible(const Claim& part, const Claim& whole, const Claim& percent);
bool growth_is_feasible(const Claim& from, const Claim& to, const Claim& percent);

}  // namespace kontor::briefing
