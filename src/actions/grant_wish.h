#pragma once
#include <string>

#include "actions/context.h"
#include "actions/outcome.h"
#include "mission/keys.h"
#include "planning/grant.h"

namespace kontor::actions {

enum class Publication {
  Draft,    // the changed plan becomes the draft
  Publish,  // and is published at once; asks for that right too
};

struct GrantOrder {
  mission::WishId wish;
  std::string token;   // of the change that ask_why announced
  std::string reason;  // for the change log, which directors read too; no secrets
  Publication publication = Publication::Draft;
};

struct Granted {
  planning::Grant change;
  int version = 0;  // published; 0: a draft
};

// Does exactly what ask_why announced with that token: changes the published plan so that the wish
// is granted, and writes it as the draft, replacing another one. Refused: Denied, Missing,
// Conflict no_mission, no_plan or not_as_announced (plan or mission changed since), all Conflicts
// of publish_plan, Issues where the reason is missing. Then nothing is changed, but for a draft
// that could not be published.
Outcome<Granted> grant_wish(Context& context, const mission::Acting& acting,
                            const GrantOrder& order);

}  // namespace kontor::actions
