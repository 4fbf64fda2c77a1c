#pragma once
#include <optional>
#include <string>

#include "actions/context.h"
#include "mission/acting.h"

namespace kontor::actions {

// Whose agenda the link of `token` shows, as a reader who sees just their own: read_view with it
// gives what the feed may contain. Nothing for unknown and ended tokens and for persons who are
// gone.
std::optional<mission::Acting> feed_person(Context& context, const std::string& token);

}  // namespace kontor::actions
