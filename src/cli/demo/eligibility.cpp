#include "cli/demo/eligibility.h"

#include <algorithm>
#include <array>

namespace kontor::cli::demo {

namespace {

template <class T>
bool admits(const std::vector<T>& list, const T& value) {
  return list.empty() || std::ranges::find(list, value) != list.end();
}

}  // namespace

bool comes_to(const mission::Person& person, const mission::LegId& leg) {
  return admits(person.legs, leg);
}

bool is_admitted(const mission::Activity& activity, const mission::Organisation& organisation) {
  const mission::Audience& audience = activity.audience;
  if (!admits(audience.kinds, organisation.kind)) return false;
  if (!admits(audience.regions, organisation.region)) return false;
  return audience.sectors.empty() ||
         std::ranges::find_first_of(audience.sectors, organisation.sectors) !=
             audience.sectors.end();
}

bool has_places_to_ask_for(const mission::Activity& activity) {
  using enum mission::ActivityKind;
  static constexpr std::array barred{B2b, Press, Announcement, Transfer, SigningCeremony};
  if (activity.leg.empty() || activity.capacity == 0 || activity.audience.whole_delegation)
    return false;
  if (std::ranges::find(barred, activity.kind) != barred.end()) return false;
  const mission::Precision precision = activity.effective_timing().precision;
  return precision == mission::Precision::Fixed || precision == mission::Precision::Window;
}

}  // namespace kontor::cli::demo
