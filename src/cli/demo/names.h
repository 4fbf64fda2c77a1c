#pragma once
#include <set>
#include <string>
#include <vector>

#include "base/rng.h"
#include "base/text.h"
#include "mission/mission.h"

namespace kontor::cli::demo {

// The part of the world that a name should sound like.
enum class Tongue { French, Dutch, German, Californian };

struct PersonName {
  std::string given;
  std::string family;
  bool woman = false;
};

// A made-up name; family names are put together from roots, some with particles or two parts.
PersonName person_name(Tongue tongue, base::Rng& rng);

// All made-up first words of organisation names in random order, without those that look like the
// name of an organisation of the facts or of a well-known one.
std::vector<std::string> organisation_names(const mission::Mission& facts, base::Rng& rng);

// A second word that fits a sector: "Robotics".
std::string sector_word(const mission::SectorId& sector, base::Rng& rng);

// A made-up town, for chambers and universities.
std::string town_name(Tongue tongue, base::Rng& rng);

// What a person does, in their form for a woman or a man.
base::Text function_of(mission::OrganisationKind kind, bool first, bool woman, base::Rng& rng);

}  // namespace kontor::cli::demo
