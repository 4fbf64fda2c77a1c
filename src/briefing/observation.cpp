#include "briefing/observation.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kontor::briefing {

namespace {

constexpr std::array<std::string_view, 5> flows{"", "export", "import", "balance", "total"};
constexpr std::array<std::string_view, 5> concepts{"", "national", "community", "general",
                                                   "special"};
constexpr std::array<std::string_view, 5> valuations{"", "FOB", "CIF", "FAS", "customs"};
constexpr std::array<std::string_view, 3> states{"known", "absent", "suppressed"};
constexpr std::array<std::string_view, 4> bounds{"", "about", "more_than", "less_than"};

template <class Kind, std::size_t Size>
std::optional<Kind> find(const std::array<std::string_view, Size>& words, std::string_view word) {
  const auto found = std::ranges::find(words, word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Kind>(found - words.begin());
}

}  // namespace

std::string_view word(Flow flow) {
  return flows[static_cast<std::size_t>(flow)];
}
std::string_view word(TradeConcept trade_concept) {
  return concepts[static_cast<std::size_t>(trade_concept)];
}
std::string_view word(Valuation valuation) {
  return valuations[static_cast<std::size_t>(valuation)];
}
std::string_view word(State state) {
  return states[static_cast<std::size_t>(state)];
}
std::string_view word(Bound bound) {
  return bounds[static_cast<std::size_t>(bound)];
}

std::optional<Flow> flow_of(std::string_view word) {
  return find<Flow>(flows, word);
}
std::optional<TradeConcept> concept_of(std::string_view word) {
  return find<TradeConcept>(concepts, word);
}
std::optional<Valuation> valuation_of(std::string_view word) {
  return find<Valuation>(valuations, word);
}
std::optional<State> state_of(std::string_view word) {
  return find<State>(states, word);
}
std::optional<Bound> bound_of(std::string_view word) {
  return find<Bound>(bounds, word);
}

std::string source_line(const Observation& o) {
  std::string line = o.source;
  const auto add = [&](std::string_view part, std::string_view before = ", ") {
    if (!part.empty()) line += fmt::format("{}{}", before, part);
  };
  add(o.dataset, " ");
  add(o.reporter);
  add(word(o.flow), " ");
  add(o.partner, o.flow == Flow::Import ? " from " : " to ");
  add(o.product);
  add(o.measure == "value" ? "" : o.measure);
  add(word(o.trade_concept));
  add(word(o.valuation));
  add(o.unit);
  add(o.period);
  add(o.flags, ", flags ");
  add(o.vintage, ", vintage ");
  return line;
}

std::string series_key(const Observation& o) {
  return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", o.source, o.dataset, o.reporter,
                     o.partner, word(o.flow), o.classification, o.product, word(o.trade_concept),
                     word(o.valuation), o.measure, o.unit, o.period);
}

}  // namespace kontor::briefing
