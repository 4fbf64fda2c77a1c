#include "actions/acting_for.h"

#include <algorithm>

namespace kontor::actions {

namespace {

base::Issue unknown(const std::string& path, const std::string& noun, const std::string& value) {
  if (value.empty()) return {"missing_field", "/" + path, "", {{"field", path}}, {}};
  return {"unknown_reference", "/" + path, value, {{"noun", noun}, {"hint", ""}}, {}};
}

base::Checked<mission::Acting> of_person(const mission::Mission& mission, mission::Acting acting) {
  const auto person = std::ranges::find(mission.people, acting.person, &mission::Person::id);
  if (person == mission.people.end())
    return std::unexpected(base::Issues{unknown("person", "person", acting.person.value)});
  acting.organisation = person->organisation;
  if (acting.name.empty()) acting.name = mission::display_name(*person);
  return acting;
}

}  // namespace

base::Checked<mission::Acting> acting_for(const mission::Mission& mission,
                                          const mission::Acting& wanted) {
  using mission::Role;
  mission::Acting acting;
  acting.role = wanted.role;
  acting.name = wanted.name;
  switch (wanted.role) {
    case Role::Public:
      return std::unexpected(base::Issues{{"out_of_range",
                                           "/role",
                                           "public",
                                           {{"expected", "the role of somebody who signs in"}},
                                           {}}});
    case Role::Delegate:
    case Role::Host:
      acting.person = wanted.person;
      return of_person(mission, std::move(acting));
    case Role::Adviser: {
      const auto agency =
          std::ranges::find(mission.organisations, wanted.agency, &mission::Organisation::id);
      if (agency == mission.organisations.end())
        return std::unexpected(
            base::Issues{unknown("agency", "organisation", wanted.agency.value)});
      acting.agency = wanted.agency;
      return acting;
    }
    default:
      return acting;
  }
}

}  // namespace kontor::actions
