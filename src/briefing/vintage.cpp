#include "briefing/vintage.h"

#include <array>
#include <map>
#include <set>

#include "briefing/figure_book.h"

namespace kontor::briefing {

namespace {

using Newest = std::map<std::string, const Observation*>;

Newest by_key(const FigureBook& book) {
  Newest newest;
  for (const Observation& o : book.newest()) newest[series_key(o)] = &o;
  return newest;
}

std::optional<Change> compared(const Observation& before, const Observation& after) {
  Change change{Change::Kind::Changed, before, after, {}};
  const bool both = before.state == State::Known && after.state == State::Known;
  if (both) change.difference = subtract(after.value, before.value);
  const bool same =
      before.state == after.state && (!both || compare(before.value, after.value) == 0);
  if (!same) return change;
  if (before.flags == after.flags) return std::nullopt;
  change.kind = Change::Kind::Reflagged;
  return change;
}

}  // namespace

std::string_view word(Change::Kind kind) {
  constexpr std::array<std::string_view, 4> words{"new", "gone", "changed", "reflagged"};
  return words[static_cast<std::size_t>(kind)];
}

std::vector<Change> changes(const Ledger& before, const Ledger& after) {
  const FigureBook older(before), newer(after);
  const Newest old_by_key = by_key(older), new_by_key = by_key(newer);
  std::set<std::string> datasets;
  std::vector<Change> found;
  for (const auto& [key, o] : new_by_key) datasets.insert(o->source + "|" + o->dataset);
  for (const auto& [key, o] : old_by_key) {
    const auto now = new_by_key.find(key);
    if (now != new_by_key.end()) {
      if (auto change = compared(*o, *now->second)) found.push_back(*std::move(change));
    } else if (datasets.contains(o->source + "|" + o->dataset)) {
      found.push_back({Change::Kind::Gone, *o, {}, {}});
    }
  }
  for (const auto& [key, o] : new_by_key)
    if (!old_by_key.contains(key)) found.push_back({Change::Kind::New, {}, *o, {}});
  return found;
}

}  // namespace kontor::briefing
