#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "mission/keys.h"

namespace kontor::mission {

// The roles of a person who uses Kontor. Public is somebody who has not signed in.
enum class Role { Public, Delegate, Host, Adviser, Press, Protocol, Coordinator, Director };

std::string_view word(Role role);
std::optional<Role> parse_role(std::string_view text);

// Who acts. An adviser acts for an agency, a delegate and a host for their organisation.
struct Acting {
  Role role = Role::Public;
  OrganisationId agency;        // of an adviser
  OrganisationId organisation;  // of a delegate or host
  PersonId person;              // of a delegate
  std::string name;             // for the change log

  bool operator==(const Acting&) const = default;
};

}  // namespace kontor::mission
