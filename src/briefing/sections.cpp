#include "briefing/sections.h"

#include <algorithm>
#include <fmt/format.h>

namespace kontor::briefing {

namespace {

std::optional<base::Decimal> percent(std::optional<base::Decimal> over, base::Decimal under) {
  const auto part = over ? base::multiply(*over, {100, 0}) : std::nullopt;
  return part ? base::divide(*part, under, 2) : std::nullopt;
}

std::string year_before(const std::string& period) {
  return period.size() == 4 ? std::to_string(std::atoi(period.c_str()) - 1) : "";
}

base::Decimal magnitude(const Part& part) {
  base::Decimal change = part.change.value_or(base::Decimal{});
  if (change.coefficient < 0) change.coefficient = -change.coefficient;
  return change;
}

}  // namespace

std::vector<Part> parts(const FigureBook& book, const Asked& total, std::string_view level) {
  std::vector<Part> found;
  const Observation* whole = book.find(total);
  for (const Observation& o : book.newest()) {
    if (o.classification != level || o.reporter != total.reporter || o.partner != total.partner ||
        o.flow != total.flow || o.period != total.period || o.measure != total.measure ||
        basis_of(o) != total.basis || o.state == State::Absent)
      continue;
    Part part{.product = o.product,
              .value = o.value,
              .suppressed = o.state != State::Known,
              .share = {},
              .growth = {},
              .change = {}};
    Asked before = total;
    before.product = o.product;
    before.period = year_before(total.period);
    const Observation* earlier = book.find(before);
    if (!part.suppressed && whole && whole->state == State::Known)
      part.share = percent(o.value, whole->value);
    if (!part.suppressed && earlier && earlier->state == State::Known) {
      part.change = base::subtract(o.value, earlier->value);
      part.growth = percent(part.change, earlier->value);
    }
    found.push_back(std::move(part));
  }
  std::ranges::sort(found, [](const Part& a, const Part& b) {
    if (a.suppressed != b.suppressed) return b.suppressed;
    const auto order = compare(a.value, b.value);
    return order != 0 ? order > 0 : a.product < b.product;
  });
  return found;
}

std::vector<Part> movers(std::vector<Part> parts, std::size_t count) {
  std::erase_if(parts, [](const Part& part) { return !part.change.has_value(); });
  std::ranges::stable_sort(
      parts, [](const Part& a, const Part& b) { return compare(magnitude(a), magnitude(b)) > 0; });
  if (parts.size() > count) parts.resize(count);
  return parts;
}

}  // namespace kontor::briefing
