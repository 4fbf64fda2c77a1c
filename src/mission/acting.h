#pragma once
#include <cstdint>
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
  // What they do counts only if the change log still ends with this number, where it is set.
  std::optional<std::int64_t> as_of_change = {};
  // The hash of the key that names their request, so that it is carried out once; empty: none.
  std::string request_key = {};

  bool operator==(const Acting&) const = default;
};

}  // namespace kontor::mission
