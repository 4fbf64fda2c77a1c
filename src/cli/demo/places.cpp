#include <algorithm>

#include "cli/demo/draft.h"

namespace kontor::cli::demo {

namespace {

template <class T>
void add_invented(std::vector<T>& to, std::vector<T> nouns) {
  for (T& noun : nouns) {
    noun.record.invented = true;
    to.push_back(std::move(noun));
  }
}

void settle_precedence(Draft& draft) {
  int rank = 0;
  for (const mission::OfficeId& id : draft.settings.precedence) {
    const auto office = std::ranges::find(draft.mission.offices, id, &mission::Office::id);
    if (office == draft.mission.offices.end()) continue;
    office->precedence = ++rank;
    office->record.assumed.emplace_back("precedence");
  }
}

// Applies one assumption, naming every field that it fills.
void assume(const Assumption& from, mission::Activity& activity) {
  auto& assumed = activity.record.assumed;
  const auto fill = [&](std::string_view name, auto& field, const auto& value) {
    if (value == std::remove_cvref_t<decltype(value)>{}) return;
    field = value;
    assumed.emplace_back(name);
  };
  fill("leg", activity.leg, from.leg);
  if (from.planned_timing) {
    activity.planned_timing = from.planned_timing;
    assumed.emplace_back("planned_timing");
  }
  fill("duration_minutes", activity.duration_minutes, from.duration_minutes);
  fill("room", activity.room, from.room);
  fill("capacity", activity.capacity, from.capacity);
  fill("audience", activity.audience.whole_delegation, from.whole_delegation);
  fill("by_coach", activity.by_coach, from.by_coach);
  fill("offices", activity.offices, from.offices);
}

// A leg's hub is a venue of its own.
void add_hubs(Draft& draft) {
  for (const mission::VenueId& hub : draft.settings.hubs) {
    const auto venue = std::ranges::find(draft.mission.venues, hub, &mission::Venue::id);
    if (venue == draft.mission.venues.end()) continue;
    const auto leg = std::ranges::find(draft.mission.legs, venue->leg, &mission::Leg::id);
    if (leg == draft.mission.legs.end()) continue;
    leg->hub = hub;
    leg->record.assumed.emplace_back("hub");
  }
}

}  // namespace

void add_places(Draft& draft) {
  mission::Mission& mission = draft.mission;
  for (mission::TravelTime time : draft.settings.travel_times) {
    time.invented = true;
    mission.travel_times.push_back(time);
  }
  add_invented(mission.venues, draft.settings.venues);
  add_invented(mission.coaches, draft.settings.coaches);
  add_hubs(draft);
  mission.travel_buffer_minutes = draft.settings.travel_buffer_minutes;
  if (mission.travel_buffer_minutes > 0)
    mission.record.assumed.emplace_back("travel_buffer_minutes");
  add_invented(mission.sessions, draft.settings.sessions);
  std::ranges::copy(draft.settings.topics, std::back_inserter(mission.topics));
  settle_precedence(draft);
}

void assume_times(Draft& draft) {
  for (const Assumption& assumption : draft.settings.assumptions) {
    auto& activities = draft.mission.activities;
    const auto found = std::ranges::find(activities, assumption.activity, &mission::Activity::id);
    if (found != activities.end()) assume(assumption, *found);
  }
  for (mission::Organisation& one : draft.mission.organisations) {
    if (one.side != mission::Side::Delegation) continue;
    one.record.owner = agency_of(draft.mission, one.region);
    if (!one.record.owner.empty()) one.record.assumed.emplace_back("owner");
  }
}

}  // namespace kontor::cli::demo
