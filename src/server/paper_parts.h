#pragma once
#include <string>

#include "exchange/paper_flow.h"
#include "server/papers.h"

// What several papers have in common.

namespace kontor::server {

// When the data of the paper changed.
base::Instant data_changed_at(const Directory& directory);
// "Plan version 3, published 2025-09-01 (UTC)"; empty where none is.
std::string version_line(const Directory& directory, base::Language language);
// "San Francisco", with the name of the zone where it is not the one at home.
std::string city_line(const Directory& directory, const mission::Leg* leg, base::Language language);
// Whether everybody of the delegation may know of it.
inline bool for_the_delegation(const mission::Record& record) {
  return record.visibility <= mission::Visibility::Delegation;
}

namespace type {
using exchange::TextStyle;
inline constexpr TextStyle plain{.size = 9.5};
inline constexpr TextStyle strong{.size = 9.5, .weight = 600};
inline constexpr TextStyle quiet{.size = 8.5, .grey = 0.3};
inline constexpr TextStyle small{.size = 7.5, .italic = true, .grey = 0.3};
}  // namespace type

}  // namespace kontor::server
