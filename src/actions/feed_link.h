#pragma once
#include <string>

#include "actions/context.h"
#include "actions/outcome.h"
#include "mission/delegation.h"
#include "mission/keys.h"

namespace kontor::actions {

// Delegates make the link of themselves only, advisers of their agency's people: whose record is
// the agency's, who work for it, or whose organisation is its. `organisation` is the person's, null
// where it is not known.
bool may_link_feed(const mission::Acting& acting, const mission::Person& person,
                   const mission::Organisation* organisation);

// The token of a new secret calendar link of `person`: 64 hexadecimal digits. Only its hash is
// stored, so it is shown once; links made before stay valid, the latest 20 of a person.
// Refused: Denied, Missing, Conflict no_mission.
Outcome<std::string> feed_link(Context& context, const mission::Acting& acting,
                               const mission::PersonId& person);

// Ends all links of `person`; the number of links ended.
Outcome<int> revoke_feed_links(Context& context, const mission::Acting& acting,
                               const mission::PersonId& person);

}  // namespace kontor::actions
