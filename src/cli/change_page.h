#pragma once
#include <string>

#include "actions/change.h"
#include "mission/mission.h"

namespace kontor::cli {

// A preview as a page to read: every alternative with its cost, and for the first, or the one
// numbered `detailed` from 1, who is concerned from where to where.
std::string page(const mission::Mission& mission, const actions::ChangePreview& preview,
                 std::size_t detailed);

// The same as JSON, all alternatives in full.
std::string to_json(const actions::ChangePreview& preview);

}  // namespace kontor::cli
