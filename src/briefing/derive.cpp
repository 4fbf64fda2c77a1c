#include "briefing/derive.h"

namespace kontor::briefing {

namespace {

constexpr base::Decimal hundred{100, 0};

bool known(const Observation& o) {
  return o.state == State::Known;
}

std::optional<Derived> combined(Derived::Kind kind, const Observation& a, const Observation& b,
                                std::optional<base::Decimal> value, std::string formula) {
  if (!known(a) || !known(b) || !value) return std::nullopt;
  return Derived{kind, *value, a.unit, a.period, std::move(formula), {a, b}, {}, {}};
}

std::optional<Derived> ratio(Derived::Kind kind, const Observation& a, const Observation& b,
                             std::optional<base::Decimal> over, std::string formula) {
  if (!known(a) || !known(b) || !over) return std::nullopt;
  const auto part = base::multiply(*over, hundred);
  if (!part) return std::nullopt;
  const auto value = base::divide(*part, b.value, 6);
  if (!value) return std::nullopt;
  return Derived{kind, *value, "percent", a.period, std::move(formula), {a, b}, *over, b.value};
}

}  // namespace

std::optional<Derived> as_is(const Observation& o) {
  if (!known(o)) return std::nullopt;
  return Derived{Derived::Kind::Value, o.value, o.unit, o.period, "as published", {o}, {}, {}};
}

std::optional<Derived> total(const Observation& exports, const Observation& imports) {
  return combined(Derived::Kind::Total, exports, imports, add(exports.value, imports.value),
                  "export + import");
}

std::optional<Derived> balance(const Observation& exports, const Observation& imports) {
  return combined(Derived::Kind::Balance, exports, imports, subtract(exports.value, imports.value),
                  "export - import");
}

std::optional<Derived> share(const Observation& part, const Observation& whole) {
  return ratio(Derived::Kind::Share, part, whole, part.value, "part / whole");
}

std::optional<Derived> growth(const Observation& from, const Observation& to) {
  auto derived = ratio(Derived::Kind::Growth, to, from, subtract(to.value, from.value),
                       "(later - earlier) / earlier");
  if (derived) derived->period = to.period;
  return derived;
}

std::strong_ordering compare_percent(const Derived& derived, base::Decimal percent) {
  // over/under ? percent/100, so over × 100 ? percent × under, turned round for under < 0.
  const auto order = base::compare_products(*derived.over, hundred, percent, *derived.under);
  return derived.under->coefficient < 0 ? 0 <=> order : order;
}

}  // namespace kontor::briefing
