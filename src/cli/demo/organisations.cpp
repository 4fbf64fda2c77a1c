#include <algorithm>
#include <array>
#include <map>

#include "cli/demo/draft.h"
#include "cli/demo/names.h"
#include "cli/demo/wording.h"

namespace kontor::cli::demo {

namespace {

using base::Text;
using mission::CompanySize;
using mission::Organisation;
using mission::OrganisationKind;
using mission::Region;
using mission::SectorId;
using mission::Side;
using mission::TopicId;

constexpr int first_year = 1968;
constexpr int last_year = 2023;

// The sectors of the mission by how many companies each draws.
SectorId any_sector(const mission::Mission& mission, base::Rng& rng) {
  static const std::vector<int> usual{15, 15, 26, 18, 13, 13};
  std::vector<int> weights(mission.sectors.size(), 10);
  std::copy_n(usual.begin(), std::min(usual.size(), weights.size()), weights.begin());
  return mission.sectors[weighted(weights, rng)].id;
}

CompanySize any_size(base::Rng& rng) {
  static const std::vector<int> weights{0, 25, 40, 25, 10};
  return static_cast<CompanySize>(weighted(weights, rng));
}

std::vector<TopicId> topics_in(const mission::Mission& mission, const SectorId& sector) {
  std::vector<TopicId> ids;
  for (const mission::Topic& topic : mission.topics)
    if (topic.sector == sector) ids.push_back(topic.id);
  return ids;
}

// What an organisation offers and seeks: mostly of its own sector, never the same on both lists.
void give_topics(const mission::Mission& mission, Organisation& one, base::Rng& rng) {
  std::vector<TopicId> own = some_of(topics_in(mission, one.sectors.front()), 5, rng);
  const auto offered = static_cast<std::size_t>(rng.between(1, 3));
  for (std::size_t i = 0; i < own.size(); ++i)
    (i < offered ? one.offers : one.seeks).push_back(own[i]);
  if (one.seeks.size() > 2) one.seeks.resize(static_cast<std::size_t>(rng.between(1, 2)));
  if (mission.sectors.size() < 2 || !rng.chance(250)) return;
  SectorId other = any_sector(mission, rng);
  if (other == one.sectors.front()) return;
  const auto others = topics_in(mission, other);
  if (!others.empty()) one.seeks.push_back(any_of(others, rng));
  one.sectors.push_back(std::move(other));
}

Organisation started(const Draft& draft, std::string id, OrganisationKind kind, Side side,
                     Region region) {
  Organisation one;
  one.id.value = std::move(id);
  one.kind = kind;
  one.side = side;
  one.region = region;
  one.country = side == Side::Delegation ? "BE" : "US";
  one.record.invented = true;
  one.record.owner = agency_of(draft.mission, region);
  return one;
}

void finish(Draft& draft, Organisation one, bool first_leg, base::Rng& rng) {
  one.profile = profile_of(draft.mission, one, first_leg, rng.between(first_year, last_year));
  draft.mission.organisations.push_back(std::move(one));
}

std::string next_id(const Draft& draft, std::string_view prefix) {
  const auto same = [&](const Organisation& one) {
    return one.record.invented && one.id.value.starts_with(prefix);
  };
  return numbered(
      prefix, static_cast<int>(std::ranges::count_if(draft.mission.organisations, same)) + 1, 3);
}

void add_company(Draft& draft, Region region, base::Rng& rng) {
  Organisation one =
      started(draft, next_id(draft, "D"), OrganisationKind::Company, Side::Delegation, region);
  one.size = any_size(rng);
  one.sectors = {any_sector(draft.mission, rng)};
  one.name = Text::same(draft.take_name() + " " + sector_word(one.sectors.front(), rng));
  give_topics(draft.mission, one, rng);
  finish(draft, std::move(one), true, rng);
}

// How many organisations of the delegation are there already, of `kinds` and in `region`.
int present(const mission::Mission& mission, std::initializer_list<OrganisationKind> kinds,
            std::optional<Region> region = {}) {
  return static_cast<int>(std::ranges::count_if(mission.organisations, [&](const auto& one) {
    return one.side == Side::Delegation && std::ranges::find(kinds, one.kind) != kinds.end() &&
           (!region || one.region == *region);
  }));
}

void add_companies(Draft& draft, base::Rng& rng) {
  const Settings& sizes = draft.settings;
  const auto fill = [&](Region region, int until) {
    while (present(draft.mission, {OrganisationKind::Company}, region) < until)
      add_company(draft, region, rng);
  };
  fill(Region::Brussels, sizes.companies_brussels);
  fill(Region::Wallonia, sizes.companies_wallonia);
  while (present(draft.mission, {OrganisationKind::Company}) < sizes.companies)
    add_company(draft, Region::Flanders, rng);
}

constexpr std::array regions{Region::Flanders, Region::Wallonia, Region::Brussels};

void add_federation(Draft& draft, int number, base::Rng& rng) {
  const bool chamber = number % 3 == 2;
  const Region region =
      chamber ? regions[static_cast<std::size_t>(number / 3 % 3)] : Region::Federal;
  Organisation one = started(draft, next_id(draft, "F"),
                             chamber ? OrganisationKind::Chamber : OrganisationKind::Federation,
                             Side::Delegation, region);
  one.sectors = {any_sector(draft.mission, rng)};
  const Tongue tongue = region == Region::Wallonia ? Tongue::French : Tongue::Dutch;
  const auto name = Text::same(chamber ? town_name(tongue, rng) : draft.take_name());
  one.name =
      filled(chamber ? in_four("Chambre de commerce de {}", "Kamer van koophandel {}",
                               "Handelskammer {}", "{} Chamber of Commerce")
                     : in_four("Fédération {}", "Federatie {}", "Verband {}", "{} Federation"),
             name);
  give_topics(draft.mission, one, rng);
  finish(draft, std::move(one), true, rng);
}

void add_university(Draft& draft, int number, base::Rng& rng) {
  const Region region = regions[static_cast<std::size_t>(number % 3)];
  Organisation one =
      started(draft, next_id(draft, "U"), OrganisationKind::Academic, Side::Delegation, region);
  one.sectors = {any_sector(draft.mission, rng)};
  const Tongue tongue = region == Region::Flanders ? Tongue::Dutch : Tongue::French;
  one.name = filled(
      number % 2 == 0
          ? in_four("Université de {}", "Universiteit {}", "Universität {}", "University of {}")
          : in_four("Haute École de {}", "Hogeschool {}", "Hochschule {}", "{} University College"),
      Text::same(town_name(tongue, rng)));
  give_topics(draft.mission, one, rng);
  finish(draft, std::move(one), true, rng);
}

void add_newsroom(Draft& draft, int number, base::Rng& rng) {
  Organisation one = started(draft, next_id(draft, "J"), OrganisationKind::Press, Side::Delegation,
                             regions[static_cast<std::size_t>(number % 3)]);
  one.name = Text::same(draft.take_name() + " Media");
  finish(draft, std::move(one), true, rng);
}

// Orders the counterparts of each leg by chance: how dear they are to the delegation falls with
// their rank, and the first of each leg are asked for more often than they have time.
void rank_counterparts(Draft& draft, base::Rng& rng) {
  std::vector<std::size_t> order(draft.counterparts.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  rng.shuffle(std::span(order));
  std::map<mission::LegId, int> next;
  for (const std::size_t i : order) {
    Counterpart& one = draft.counterparts[i];
    const int rank = next[one.leg]++;
    one.popularity = 1000 / (rank + 4) + 12;
    one.star = rank < 3;
  }
}

}  // namespace

void add_delegation(Draft& draft) {
  base::Rng rng = draft.stream(Stream::Delegation);
  const Settings& sizes = draft.settings;
  add_companies(draft, rng);
  const auto federations = {OrganisationKind::Federation, OrganisationKind::Chamber};
  for (int i = 0; present(draft.mission, federations) < sizes.federations; ++i)
    add_federation(draft, i, rng);
  for (int i = 0;
       present(draft.mission, {OrganisationKind::Academic}) < sizes.academic_institutions; ++i)
    add_university(draft, i, rng);
  for (int i = 0; present(draft.mission, {OrganisationKind::Press}) < sizes.press; ++i)
    add_newsroom(draft, i, rng);
}

void add_counterparts(Draft& draft) {
  base::Rng rng = draft.stream(Stream::Counterparts);
  const int count = draft.settings.counterparts;
  for (int i = 0; i < count; ++i) {
    const bool first_leg = i < (count + 1) / 2;
    Organisation one = started(draft, numbered("C", i + 1, 3), OrganisationKind::Company,
                               Side::Counterpart, Region::None);
    one.size = any_size(rng);
    one.sectors = {any_sector(draft.mission, rng)};
    one.name = Text::same(draft.take_name() + " " + sector_word(one.sectors.front(), rng));
    give_topics(draft.mission, one, rng);
    const auto& legs = draft.mission.legs;
    draft.counterparts.push_back({one.id, first_leg ? legs.front().id : legs.back().id});
    finish(draft, std::move(one), first_leg, rng);
  }
  rank_counterparts(draft, rng);
}

}  // namespace kontor::cli::demo
