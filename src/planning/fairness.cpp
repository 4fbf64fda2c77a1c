#include "planning/fairness.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace kontor::planning {

namespace {

struct Tally {
  int asked = 0;
  int granted = 0;

  int permille() const { return asked == 0 ? 1000 : granted * 1000 / asked; }
};

using Tallies = std::map<mission::OrganisationId, Tally>;

Tallies tally(const mission::Mission& mission, const mission::Plan& plan) {
  std::map<mission::PersonId, mission::OrganisationId> organisation_of;
  for (const auto& person : mission.people) organisation_of[person.id] = person.organisation;
  std::set<mission::WishId> unplaced;
  for (const auto& wish : plan.unplaced) unplaced.insert(wish.wish);
  Tallies out;
  for (const auto& wish : mission.wishes) {
    if (wish.level == mission::WishLevel::Never) continue;
    Tally& wishing =
        out[wish.organisation.empty() ? organisation_of[wish.person] : wish.organisation];
    ++wishing.asked;
    if (!unplaced.contains(wish.id)) ++wishing.granted;
  }
  out.erase(mission::OrganisationId());
  return out;
}

// A group with the place of its word in the vocabulary.
using Group = std::tuple<std::string, int, std::string>;

template <class E>
Group group(std::string kind, E value) {
  return {std::move(kind), static_cast<int>(value), std::string(mission::word(value))};
}

std::vector<Group> groups_of(const mission::Organisation& organisation) {
  std::vector<Group> out{group("kind", organisation.kind)};
  if (organisation.region != mission::Region::None)
    out.push_back(group("region", organisation.region));
  if (organisation.kind == mission::OrganisationKind::Company)
    out.push_back(group("size", organisation.size));
  if (!organisation.record.owner.empty())
    out.emplace_back("agency", 0, organisation.record.owner.value);
  return out;
}

void add(Share& share, const mission::OrganisationId& organisation, const Tally& tally) {
  if (share.organisations == 0 || tally.permille() < share.worst_permille) {
    share.worst = organisation;
    share.worst_permille = tally.permille();
  }
  ++share.organisations;
  share.asked += tally.asked;
  share.granted += tally.granted;
}

}  // namespace

std::vector<Share> fairness(const mission::Mission& mission, const mission::Plan& plan) {
  const Tallies tallies = tally(mission, plan);
  std::map<Group, Share> shares;
  for (const auto& organisation : mission.organisations) {
    const auto found = tallies.find(organisation.id);
    if (found == tallies.end() || organisation.side != mission::Side::Delegation) continue;
    for (const Group& group : groups_of(organisation))
      add(shares[group], organisation.id, found->second);
  }
  std::vector<Share> out;
  for (auto& [group, share] : shares) {
    share.group_kind = std::get<0>(group);
    share.group = std::get<2>(group);
    out.push_back(std::move(share));
  }
  return out;
}

std::vector<mission::OrganisationId> members(const mission::Mission& mission, const Share& share) {
  std::vector<mission::OrganisationId> out;
  for (const auto& organisation : mission.organisations)
    if (organisation.side == mission::Side::Delegation)
      for (const Group& group : groups_of(organisation))
        if (std::get<0>(group) == share.group_kind && std::get<2>(group) == share.group)
          out.push_back(organisation.id);
  return out;
}

std::map<mission::OrganisationId, int> share_permille_of_each(const mission::Mission& mission,
                                                              const mission::Plan& plan) {
  std::map<mission::OrganisationId, int> out;
  for (const auto& [organisation, tally] : tally(mission, plan))
    out[organisation] = tally.permille();
  return out;
}

int worst_share_permille(const mission::Mission& mission, const mission::Plan& plan) {
  const auto shares = share_permille_of_each(mission, plan);
  int worst = 1000;
  for (const auto& organisation : mission.organisations)
    if (const auto share = shares.find(organisation.id);
        share != shares.end() && organisation.side == mission::Side::Delegation)
      worst = std::min(worst, share->second);
  return worst;
}

}  // namespace kontor::planning
