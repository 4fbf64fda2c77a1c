#include "mission/delegation.h"

namespace kontor::mission {

std::string display_name(const Person& person) {
  if (person.given_name.empty()) return person.family_name;
  if (person.family_name.empty()) return person.given_name;
  return person.given_name + " " + person.family_name;
}

}  // namespace kontor::mission
