#include "briefing/link.h"

#include <fmt/format.h>

namespace kontor::briefing {

namespace {

using Measure = Frame::Measure;

Candidate made(Derived derived, const Observation& o, const Setting& setting) {
  Candidate candidate{.derived = std::move(derived),
                      .source = source_line(o),
                      .what = {},
                      .trade_concept = o.trade_concept,
                      .unit = o.unit,
                      .year = o.period,
                      .summed = o.source == "comext-bulk",
                      .of_home = o.reporter == setting.home};
  candidate.what = o.trade_concept == TradeConcept::National    ? "national concept"
                   : o.trade_concept == TradeConcept::Community ? "Community concept"
                                                                : o.source + " " + o.dataset;
  if (candidate.derived.inputs.size() > 1)
    candidate.source += " (" + candidate.derived.formula + ")";
  return candidate;
}

// Both statistics of a directed flow: the seller's exports and the buyer's imports.
std::vector<std::pair<Asked, Basis>> mirrors(const FigureBook& book, const std::string& origin,
                                             const std::string& destination,
                                             const std::string& year, const std::string& product) {
  std::vector<std::pair<Asked, Basis>> found;
  for (const Basis& basis : book.bases(origin, destination, year))
    found.push_back({{.basis = basis,
                      .reporter = origin,
                      .partner = destination,
                      .flow = Flow::Export,
                      .product = product,
                      .period = year},
                     basis});
  for (const Basis& basis : book.bases(destination, origin, year))
    found.push_back({{.basis = basis,
                      .reporter = destination,
                      .partner = origin,
                      .flow = Flow::Import,
                      .product = product,
                      .period = year},
                     basis});
  return found;
}

std::string previous_year(const std::string& year) {
  return std::to_string(std::atoi(year.c_str()) - 1);
}

}  // namespace

std::vector<Candidate> candidates(const FigureBook& book, const Frame& frame,
                                  const Setting& setting, const std::string& year,
                                  int& suppressed) {
  std::vector<Candidate> found;
  const bool sum = frame.measure == Measure::Trade || frame.measure == Measure::Balance;
  if (sum && frame.product == "other") return found;
  const auto keep = [&](std::optional<Derived> derived, const Observation& o) {
    if (o.state == State::Suppressed) ++suppressed;
    if (derived) found.push_back(made(*std::move(derived), o, setting));
  };
  if (frame.measure == Measure::Trade || frame.measure == Measure::Balance ||
      (frame.measure == Measure::Growth && frame.flow == Flow::None && !frame.origin.empty())) {
    for (const auto& [reporter, partner] :
         {std::pair{frame.origin, frame.destination}, std::pair{frame.destination, frame.origin}})
      for (const Basis& basis : book.bases(reporter, partner, year)) {
        Asked asked{.basis = basis,
                    .reporter = reporter,
                    .partner = partner,
                    .flow = Flow::Export,
                    .product = frame.product,
                    .period = year};
        const Observation* exports = book.find(asked);
        asked.flow = Flow::Import;
        const Observation* imports = book.find(asked);
        if (!exports || !imports) continue;
        if (frame.measure == Measure::Trade) keep(total(*exports, *imports), *exports);
        if (frame.measure == Measure::Balance) keep(balance(*exports, *imports), *exports);
      }
    return found;
  }
  for (const auto& [asked, basis] :
       mirrors(book, frame.origin, frame.destination, year, frame.product)) {
    const Observation* o = book.find(asked);
    if (!o) continue;
    Asked other = asked;
    if (frame.measure == Measure::Flow) keep(as_is(*o), *o);
    if (frame.measure == Measure::Share) {
      // Of one section its share of the pair's flow, of the flow its share of the world's.
      if (frame.product == "TOTAL") other.partner = "WORLD";
      other.product = "TOTAL";
      if (const Observation* world = book.find(other)) keep(share(*o, *world), *o);
    }
    if (frame.measure == Measure::Growth) {
      other.period = previous_year(year);
      if (const Observation* before = book.find(other)) keep(growth(*before, *o), *o);
    }
  }
  return found;
}

}  // namespace kontor::briefing
