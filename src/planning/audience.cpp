#include "planning/audience.h"

#include <algorithm>

namespace kontor::planning {

namespace {

template <class T>
bool allows(const std::vector<T>& list, const T& value) {
  return list.empty() || std::ranges::find(list, value) != list.end();
}

const mission::Organisation* organisation_of(const mission::Mission& mission,
                                             const mission::Person& person) {
  const auto found =
      std::ranges::find(mission.organisations, person.organisation, &mission::Organisation::id);
  return found == mission.organisations.end() ? nullptr : &*found;
}

bool unrestricted(const mission::Audience& audience) {
  return audience.kinds.empty() && audience.regions.empty() && audience.sectors.empty();
}

}  // namespace

bool takes_part(const mission::Person& person, const mission::LegId& leg) {
  return allows(person.legs, leg);
}

bool may_sit(const mission::Person& person) {
  return person.role != mission::PersonRole::Principal;
}

bool takes_coach(const mission::Person& person) {
  using mission::PersonRole;
  switch (person.role) {
    case PersonRole::Delegate:
    case PersonRole::Coordinator:
    case PersonRole::Adviser:
    case PersonRole::Protocol:
    case PersonRole::Press:
      return true;
    default:
      return false;
  }
}

bool eligible(const mission::Mission& mission, const mission::Person& person,
              const mission::Activity& activity) {
  if (!takes_part(person, activity.leg)) return false;
  const mission::Audience& audience = activity.audience;
  if (unrestricted(audience)) return true;
  const auto* organisation = organisation_of(mission, person);
  if (organisation == nullptr) return false;
  return allows(audience.kinds, organisation->kind) &&
         allows(audience.regions, organisation->region) &&
         (audience.sectors.empty() ||
          std::ranges::any_of(organisation->sectors, [&](const mission::SectorId& sector) {
            return allows(audience.sectors, sector);
          }));
}

bool belongs_to_everyone(const mission::Mission& mission, const mission::Person& person,
                         const mission::Activity& activity) {
  if (!eligible(mission, person, activity)) return false;
  const auto* organisation = organisation_of(mission, person);
  if (organisation == nullptr) return person.role != mission::PersonRole::Host;
  return organisation->side == mission::Side::Delegation;
}

bool second_side(const mission::Organisation& a, const mission::Organisation& b) {
  return a.side != mission::Side::Delegation && b.side == mission::Side::Delegation;
}

}  // namespace kontor::planning
