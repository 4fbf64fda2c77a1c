#include "briefing/ranking.h"

#include <algorithm>
#include <array>
#include <map>

#include "briefing/place_code.h"

namespace kontor::briefing {

namespace {

bool is_member(std::string_view place, RankedSet set) {
  switch (set) {
    case RankedSet::World:
      return is_country(place);
    case RankedSet::ExtraEu:
      return is_country(place) && !is_eu_member(place);
    case RankedSet::Eu:
      return is_eu_member(place);
    case RankedSet::UsStates:
      return is_us_state(place);
  }
  return false;
}

std::string_view total_of(RankedSet set) {
  constexpr std::array<std::string_view, 4> totals{"WORLD", "EXTRA_EU", "INTRA_EU", "US"};
  return totals[static_cast<std::size_t>(set)];
}

struct Sums {
  std::map<std::string, base::Decimal> values;
  std::map<std::string, bool> hidden;
};

void add_flow(const FigureBook& book, const Asked& asked, bool by_reporter, Sums& sums) {
  for (const Observation* o : by_reporter ? book.reporters(asked) : book.partners(asked)) {
    const std::string& place = by_reporter ? o->reporter : o->partner;
    base::Decimal& value = sums.values[place];
    if (o->state == State::Suppressed) sums.hidden[place] = true;
    if (o->state != State::Known) continue;
    value = base::add(value, o->value).value_or(value);
  }
}

void number(std::vector<Ranked>& members) {
  std::ranges::sort(members, [](const Ranked& a, const Ranked& b) {
    const auto order = compare(a.value, b.value);
    return order != 0 ? order > 0 : a.place < b.place;
  });
  for (std::size_t i = 0; i < members.size(); ++i) {
    const bool tied = i > 0 && compare(members[i - 1].value, members[i].value) == 0;
    members[i].rank = tied ? members[i - 1].rank : static_cast<int>(i) + 1;
  }
}

std::optional<base::Decimal> margin(const Ranking& ranking, std::string_view place, int step) {
  const Ranked* member = ranking.find(place);
  if (!member) return std::nullopt;
  const auto neighbour = (member - ranking.members.data()) + step;
  if (neighbour < 0 || neighbour >= static_cast<std::ptrdiff_t>(ranking.members.size()))
    return std::nullopt;
  const base::Decimal other = ranking.members[static_cast<std::size_t>(neighbour)].value;
  const auto gap = base::subtract(other, member->value);
  const auto percent = gap ? base::multiply(*gap, {100, 0}) : std::nullopt;
  return percent ? base::divide(*percent, member->value, 2) : std::nullopt;
}

}  // namespace

std::string_view word(RankedSet set) {
  constexpr std::array<std::string_view, 4> words{"world", "extra-EU", "EU", "US states"};
  return words[static_cast<std::size_t>(set)];
}

const Ranked* Ranking::find(std::string_view place) const {
  const auto found = std::ranges::find(members, place, &Ranked::place);
  return found == members.end() ? nullptr : &*found;
}

bool Ranking::certain_for(base::Decimal value) const {
  return rest && compare(*rest, value) < 0;
}

Ranking rank_partners(const FigureBook& book, const Asked& asked, RankedSet set, bool both_flows) {
  const bool by_reporter = set == RankedSet::UsStates;
  Sums sums;
  add_flow(book, asked, by_reporter, sums);
  if (both_flows) {
    Asked other = asked;
    other.flow = asked.flow == Flow::Export ? Flow::Import : Flow::Export;
    add_flow(book, other, by_reporter, sums);
  }
  Ranking ranking{.set = set, .asked = asked, .members = {}, .suppressed = 0, .rest = {}};
  const auto total = sums.values.find(std::string(total_of(set)));
  if (total != sums.values.end()) ranking.rest = total->second;
  for (const auto& [place, value] : sums.values) {
    if (!is_member(place, set)) continue;
    if (sums.hidden[place]) {
      ++ranking.suppressed;
      continue;
    }
    ranking.members.push_back({place, value, 0});
    if (ranking.rest) ranking.rest = base::subtract(*ranking.rest, value);
  }
  number(ranking.members);
  return ranking;
}

std::optional<base::Decimal> margin_above(const Ranking& ranking, std::string_view place) {
  return margin(ranking, place, -1);
}

std::optional<base::Decimal> margin_below(const Ranking& ranking, std::string_view place) {
  return margin(ranking, place, 1);
}

}  // namespace kontor::briefing
