#include "cli/demo/complete.h"

#include <fmt/format.h>

#include "base/check.h"
#include "cli/demo/draft.h"
#include "cli/demo/names.h"

namespace kontor::cli::demo {

mission::OrganisationId agency_of(const mission::Mission& mission, mission::Region region) {
  if (region == mission::Region::None || region == mission::Region::Federal) return {};
  for (const mission::Organisation& one : mission.organisations)
    if (one.kind == mission::OrganisationKind::Agency && one.region == region) return one.id;
  return {};
}

std::string numbered(std::string_view prefix, int number, int digits) {
  return fmt::format("{}{:0{}}", prefix, number, digits);
}

std::size_t weighted(const std::vector<int>& weights, base::Rng& rng) {
  std::uint64_t total = 0;
  for (const int weight : weights) total += static_cast<std::uint64_t>(weight);
  CHECK(total > 0);
  std::uint64_t left = rng.below(total);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (left < static_cast<std::uint64_t>(weights[i])) return i;
    left -= static_cast<std::uint64_t>(weights[i]);
  }
  CHECK(false);
}

mission::Mission complete(const mission::Mission& facts, const Settings& settings) {
  Draft draft{facts, settings, base::Rng(static_cast<std::uint64_t>(settings.seed)), {}, {}};
  base::Rng names = draft.stream(Stream::Names);
  draft.free_names = organisation_names(facts, names);
  add_places(draft);
  assume_times(draft);
  add_delegation(draft);
  add_counterparts(draft);
  add_people(draft);
  add_activities(draft);
  add_meeting_wishes(draft);
  add_activity_wishes(draft);
  add_agreements(draft);
  add_ceremonies(draft);
  add_rules(draft);
  return std::move(draft.mission);
}

}  // namespace kontor::cli::demo
