#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "mission/mission.h"

namespace kontor::cli::demo {

// A text with one wording for each language.
base::Text in_four(std::string_view fr, std::string_view nl, std::string_view de,
                   std::string_view en);

// `pattern` with every "{}" replaced by `part`, language by language.
base::Text filled(const base::Text& pattern, const base::Text& part);

// The parts of each language, separated by commas.
base::Text joined(const std::vector<base::Text>& parts);

// The texts of each language one after the other, with a space between.
base::Text sentences(const std::vector<base::Text>& parts);

// What an invented organisation does: "Flemish company, founded in 2009. Offers: … Looks for: …"
base::Text profile_of(const mission::Mission& mission, const mission::Organisation& organisation,
                      bool first_leg, int founded);

}  // namespace kontor::cli::demo
