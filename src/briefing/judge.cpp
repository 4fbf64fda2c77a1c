#include "briefing/judge.h"

#include <array>
#include <functional>

namespace kontor::briefing {

namespace {

using base::Decimal;
using Order = std::strong_ordering;

// How the data stands to a number; exact, whatever the data is.
using Compare = std::function<Order(Decimal)>;

Decimal plus(Decimal a, Decimal b) {
  return base::add(a, b).value_or(a);
}
Decimal minus(Decimal a, Decimal b) {
  return base::subtract(a, b).value_or(a);
}
Decimal times(Decimal a, Decimal b) {
  return base::multiply(a, b).value_or(a);
}

// The larger of one stated place and a share of the value, in hundredths.
Decimal slack(const Claim& claim, int hundredths) {
  const Decimal part = base::magnitude(times(claim.value, {hundredths, 2}));
  return compare(part, claim.place) > 0 ? part : claim.place;
}

// Whether the last stated digit is even, so that half to even ends there.
bool ends_even(const Claim& claim) {
  const auto units = base::divide(claim.value, claim.place, 0);
  return !units || units->coefficient % 2 == 0;
}

Judgement by_rounding(const Claim& claim, const Compare& data) {
  if (data(claim.value) == 0) return {Verdict::Confirmed, Reason::Exact};
  const bool negative = claim.value.coefficient < 0;
  const Decimal toward = negative ? claim.highest : claim.lowest;  // the end nearer to zero
  const Decimal away = negative ? claim.lowest : claim.highest;
  if (data(claim.lowest) > 0 && data(claim.highest) < 0)
    return {Verdict::Confirmed, Reason::Rounding};
  if (data(toward) == 0 || (data(away) == 0 && ends_even(claim)))
    return {Verdict::Confirmed, Reason::Rounding};
  const Decimal far = times(claim.place, {15, 1});
  const bool near = data(minus(claim.value, far)) >= 0 && data(plus(claim.value, far)) <= 0;
  if (!near) return {Verdict::Contradicted, Reason::Outside};
  const bool next =
      data(plus(claim.value, claim.place)) < 0 && data(minus(claim.value, claim.place)) > 0;
  const bool above = data(claim.value) > 0;
  const Reason reason = !next               ? Reason::OtherRounding
                        : above != negative ? Reason::Truncated
                                            : Reason::RoundedUp;
  return {Verdict::RoundsDifferently, reason};
}

Judgement within(const Compare& data, Decimal low, Decimal high, bool open_low, bool open_high) {
  const bool above = open_low ? data(low) > 0 : data(low) >= 0;
  const bool below = open_high ? data(high) < 0 : data(high) <= 0;
  if (above && below) return {Verdict::Confirmed, Reason::Rounding};
  return {Verdict::Contradicted, Reason::BoundBroken};
}

// "more than": loose when the data is more than a tenth or two places above.
Judgement more_than(const Claim& claim, const Compare& data, bool may_equal) {
  const bool holds = may_equal ? data(claim.value) >= 0 : data(claim.value) > 0;
  if (!holds) return {Verdict::Contradicted, Reason::BoundBroken};
  const Decimal two = times(claim.place, {2, 0}),
                tenth = base::magnitude(times(claim.value, {10, 2}));
  const Decimal far = compare(two, tenth) > 0 ? tenth : two;
  if (data(plus(claim.value, far)) > 0) return {Verdict::Confirmed, Reason::Loose};
  return {Verdict::Confirmed, Reason::Rounding};
}

Judgement less_than(const Claim& claim, const Compare& data, bool may_equal) {
  const bool holds = may_equal ? data(claim.value) <= 0 : data(claim.value) < 0;
  if (!holds) return {Verdict::Contradicted, Reason::BoundBroken};
  const Decimal tenth = base::magnitude(times(claim.value, {10, 2}));
  if (data(minus(claim.value, tenth)) < 0) return {Verdict::Confirmed, Reason::Loose};
  return {Verdict::Confirmed, Reason::Rounding};
}

Judgement about(const Claim& claim, const Compare& data) {
  const Decimal width = slack(claim, 2);
  const Judgement inside =
      within(data, minus(claim.value, width), plus(claim.value, width), false, false);
  if (inside.verdict == Verdict::Confirmed) return inside;
  const Decimal far = times(width, {15, 1});
  const Judgement near =
      within(data, minus(claim.value, far), plus(claim.value, far), false, false);
  if (near.verdict == Verdict::Confirmed)
    return {Verdict::RoundsDifferently, Reason::OtherRounding};
  return {Verdict::Contradicted, Reason::Outside};
}

Judgement judge_by(const Claim& claim, const Compare& data) {
  if (claim.kind == Claim::Kind::Range) return within(data, claim.value, claim.upper, false, false);
  switch (claim.modifier) {
    case Modifier::Equal:
      return by_rounding(claim, data);
    case Modifier::About:
      return about(claim, data);
    case Modifier::NearBelow:
      return within(data, minus(claim.value, slack(claim, 3)), claim.value, false, true);
    case Modifier::MoreThan:
      return more_than(claim, data, false);
    case Modifier::MoreThanNear:
      return within(data, claim.value, plus(claim.value, slack(claim, 5)), true, false);
    case Modifier::AtLeast:
      return more_than(claim, data, true);
    case Modifier::AtMost:
      return less_than(claim, data, true);
    case Modifier::LessThan:
      return less_than(claim, data, false);
  }
  return {};
}

}  // namespace

std::string_view word(Verdict verdict) {
  constexpr std::array<std::string_view, 4> words{"confirmed", "rounds_differently", "contradicted",
                                                  "cannot_be_checked"};
  return words[static_cast<std::size_t>(verdict)];
}

std::string_view word(Reason reason) {
  constexpr std::array<std::string_view, 18> words{
      "exact",          "rounding",  "loose",     "revised",        "truncated",     "rounded_up",
      "other_rounding", "outside",   "bound",     "no_series",      "scope_missing", "suppressed",
      "third_party",    "no_period", "ambiguous", "incomplete_set", "no_rate",       "discouraged"};
  return words[static_cast<std::size_t>(reason)];
}

Judgement judge(const Claim& claim, base::Decimal data) {
  return judge_by(claim, [data](Decimal number) { return compare(data, number); });
}

Judgement judge(const Claim& claim, const Derived& data) {
  if (!data.over) return judge(claim, data.value);
  return judge_by(claim, [&data](Decimal number) { return compare_percent(data, number); });
}

bool sum_is_feasible(std::span<const Claim> parts, const Claim& total) {
  Decimal low{}, high{};
  for (const Claim& part : parts) {
    low = plus(low, part.lowest);
    high = plus(high, part.highest);
  }
  return compare(low, total.highest) <= 0 && compare(high, total.lowest) >= 0;
}

bool difference_is_feasible(const Claim& from, const Claim& what, const Claim& result) {
  return compare(minus(from.lowest, what.highest), result.highest) <= 0 &&
         compare(minus(from.highest, what.lowest), result.lowest) >= 0;
}

bool share_is_feasible(const Claim& part, const Claim& whole, const Claim& percent) {
  constexpr Decimal hundred{100, 0};
  // The smallest share is part.lowest / whole.highest, the largest part.highest / whole.lowest.
  return base::compare_products(part.lowest, hundred, percent.highest, whole.highest) <= 0 &&
         base::compare_products(part.highest, hundred, percent.lowest, whole.lowest) >= 0;
}

bool growth_is_feasible(const Claim& from, const Claim& to, const Claim& percent) {
  constexpr Decimal hundred{100, 0};
  const Decimal low = minus(to.lowest, from.highest), high = minus(to.highest, from.lowest);
  // low / from.highest is the smallest growth where it falls, low / from.lowest where it rises.
  const Decimal low_under = low.coefficient < 0 ? from.lowest : from.highest;
  const Decimal high_under = high.coefficient < 0 ? from.highest : from.lowest;
  return base::compare_products(low, hundred, percent.highest, low_under) <= 0 &&
         base::compare_products(high, hundred, percent.lowest, high_under) >= 0;
}

}  // namespace kontor::briefing
