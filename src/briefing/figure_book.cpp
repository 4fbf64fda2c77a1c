#include "briefing/figure_book.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <unordered_map>

namespace kontor::briefing {

namespace {

bool agrees(const Observation& o, const Asked& asked) {
  return o.flow == asked.flow && o.product == asked.product && o.period == asked.period &&
         o.measure == asked.measure && basis_of(o) == asked.basis;
}

}  // namespace

Basis basis_of(const Observation& o) {
  return {o.source, o.dataset, o.trade_concept, o.unit};
}

std::string in_words(const Basis& basis) {
  std::string words = fmt::format("{} {}", basis.source, basis.dataset);
  if (basis.trade_concept != TradeConcept::Unstated)
    words += fmt::format(", {} concept", word(basis.trade_concept));
  return words + ", " + basis.unit;
}

FigureBook::FigureBook(const Ledger& ledger) {
  std::unordered_map<std::string, std::size_t> places;
  ledger.each("", [&](const Observation& o) {
    std::string key = series_key(o);
    const auto [place, fresh] = places.try_emplace(key, newest_.size());
    if (fresh) {
      newest_.push_back(o);
      return;
    }
    Observation older = o;
    if (newest_[place->second].vintage < o.vintage) std::swap(older, newest_[place->second]);
    earlier_.emplace(std::move(key), std::move(older));
  });
  for (std::size_t i = 0; i < newest_.size(); ++i) {
    by_pair_.emplace(newest_[i].reporter + "|" + newest_[i].partner, i);
    by_reporter_.emplace(newest_[i].reporter, i);
    by_partner_.emplace(newest_[i].partner, i);
  }
}

const Observation* FigureBook::find(const Asked& asked) const {
  const auto [from, to] = by_pair_.equal_range(asked.reporter + "|" + asked.partner);
  for (auto entry = from; entry != to; ++entry)
    if (agrees(newest_[entry->second], asked)) return &newest_[entry->second];
  return nullptr;
}

std::vector<const Observation*> FigureBook::partners(const Asked& asked) const {
  std::vector<const Observation*> found;
  const auto [from, to] = by_reporter_.equal_range(asked.reporter);
  for (auto entry = from; entry != to; ++entry)
    if (agrees(newest_[entry->second], asked)) found.push_back(&newest_[entry->second]);
  return found;
}

std::vector<const Observation*> FigureBook::reporters(const Asked& asked) const {
  std::vector<const Observation*> found;
  const auto [from, to] = by_partner_.equal_range(asked.partner);
  for (auto entry = from; entry != to; ++entry)
    if (agrees(newest_[entry->second], asked)) found.push_back(&newest_[entry->second]);
  return found;
}

std::vector<const Observation*> FigureBook::earlier(const Observation& observation) const {
  std::vector<const Observation*> found;
  const auto [from, to] = earlier_.equal_range(series_key(observation));
  for (auto entry = from; entry != to; ++entry) found.push_back(&entry->second);
  std::ranges::sort(found, std::ranges::greater{}, [](const Observation* o) { return o->vintage; });
  return found;
}

std::vector<Basis> FigureBook::bases(std::string_view reporter, std::string_view partner,
                                     std::string_view period) const {
  std::set<Basis> found;
  const auto [from, to] = by_pair_.equal_range(fmt::format("{}|{}", reporter, partner));
  for (auto entry = from; entry != to; ++entry) {
    const Observation& o = newest_[entry->second];
    if (o.measure == "value" && o.product == "TOTAL" && (period.empty() || o.period == period))
      found.insert(basis_of(o));
  }
  return {found.begin(), found.end()};
}

std::string FigureBook::latest_year(std::string_view reporter, std::string_view partner) const {
  std::string latest;
  const auto [from, to] = by_pair_.equal_range(fmt::format("{}|{}", reporter, partner));
  for (auto entry = from; entry != to; ++entry) {
    const Observation& o = newest_[entry->second];
    if (o.measure == "value" && o.period.size() == 4 && o.state == State::Known)
      latest = std::max(latest, o.period);
  }
  return latest;
}

}  // namespace kontor::briefing
