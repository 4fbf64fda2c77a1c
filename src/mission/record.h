#pragma once
#include <string>
#include <vector>

#include "mission/keys.h"
#include "mission/words.h"

namespace kontor::mission {

// A public page that a fact was taken from.
struct Source {
  std::string url;
  std::string publisher;  // may be empty

  auto operator<=>(const Source&) const = default;
};

// What every noun carries besides its own fields.
struct Record {
  Visibility visibility = Visibility::Public;
  OrganisationId owner;              // the agency that answers for it; empty: the coordinators
  bool invented = false;             // the whole record is made up for the demo
  std::vector<std::string> assumed;  // fields of a real record that are made up for the demo
  std::vector<Source> sources;
  std::string note;  // in English, for the office

  auto operator<=>(const Record&) const = default;
};

}  // namespace kontor::mission
