#include "server/directory.h"

#include <algorithm>

namespace kontor::server {

namespace {

constexpr int colours = 5;

template <class Noun, class Key>
void fill(std::unordered_map<std::string_view, const Noun*>& map, const std::vector<Noun>& nouns,
          Key Noun::* key) {
  for (const Noun& noun : nouns) map.emplace((noun.*key).value, &noun);
}

template <class Noun>
const Noun* at(const std::unordered_map<std::string_view, const Noun*>& map,
               const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : found->second;
}

}  // namespace

Directory::Directory(const actions::View& view) : view_(view) {
  const mission::Mission& mission = *view.mission;
  fill(legs_, mission.legs, &mission::Leg::id);
  fill(organisations_, mission.organisations, &mission::Organisation::id);
  fill(people_, mission.people, &mission::Person::id);
  fill(activities_, mission.activities, &mission::Activity::id);
  fill(sessions_, mission.sessions, &mission::Session::id);
  fill(wishes_, mission.wishes, &mission::Wish::id);
  fill(topics_, mission.topics, &mission::Topic::id);
  fill(offices_, mission.offices, &mission::Office::id);
  fill(placements_, view.plan->activities, &mission::ActivityPlacement::activity);
  fill(unplaced_, view.plan->unplaced, &mission::Unplaced::wish);
  for (const mission::Venue& venue : mission.venues)
    for (const mission::Room& room : venue.rooms)
      rooms_[room.id.value] = {leg(venue.leg), &venue, &room, nullptr};
}

const mission::Leg* Directory::leg(const mission::LegId& id) const {
  return at(legs_, id.value);
}
const mission::Organisation* Directory::organisation(const mission::OrganisationId& id) const {
  return at(organisations_, id.value);
}
const mission::Person* Directory::person(const mission::PersonId& id) const {
  return at(people_, id.value);
}
const mission::Activity* Directory::activity(const mission::ActivityId& id) const {
  return at(activities_, id.value);
}
const mission::Session* Directory::session(const mission::SessionId& id) const {
  return at(sessions_, id.value);
}
const mission::Wish* Directory::wish(const mission::WishId& id) const {
  return at(wishes_, id.value);
}
const mission::Topic* Directory::topic(const mission::TopicId& id) const {
  return at(topics_, id.value);
}
const mission::Office* Directory::office(const mission::OfficeId& id) const {
  return at(offices_, id.value);
}
const mission::ActivityPlacement* Directory::placement(const mission::ActivityId& id) const {
  return at(placements_, id.value);
}
const mission::Unplaced* Directory::unplaced(const mission::WishId& id) const {
  return at(unplaced_, id.value);
}

Spot Directory::spot(const mission::RoomId& room) const {
  const auto found = rooms_.find(room.value);
  return found == rooms_.end() ? Spot{} : found->second;
}

Spot Directory::spot(const mission::Activity& activity) const {
  const auto* placed = placement(activity.id);
  Spot spot = this->spot(placed == nullptr ? activity.room : placed->room);
  if (spot.leg == nullptr) spot.leg = leg(activity.leg);
  if (spot.room == nullptr) spot.host = organisation(activity.host);
  return spot;
}

int Directory::place_number(const mission::Leg* leg) const {
  if (leg == nullptr) return 0;
  return static_cast<int>(leg - mission().legs.data()) % colours + 1;
}

std::optional<wire::Named> Directory::named(const mission::OrganisationId& id) const {
  const auto* found = organisation(id);
  if (found == nullptr) return std::nullopt;
  return wire::Named{id.value, found->name};
}

std::optional<wire::Named> Directory::named(const mission::PersonId& id) const {
  const auto* found = person(id);
  if (found == nullptr) return std::nullopt;
  return wire::Named{id.value, base::Text::same(mission::display_name(*found))};
}

std::optional<wire::Named> Directory::named(const mission::ActivityId& id) const {
  const auto* found = activity(id);
  if (found == nullptr) return std::nullopt;
  return wire::Named{id.value, found->title};
}

std::optional<wire::Named> Directory::named(const std::string& key) const {
  if (auto found = named(mission::ActivityId{key})) return found;
  if (const auto* found = session(mission::SessionId{key})) return wire::Named{key, found->name};
  return named(mission::OrganisationId{key});
}

wire::Mark mark_of(const mission::Record& record) {
  wire::Mark mark;
  mark.visibility = record.visibility;
  mark.owner = record.owner.value;
  mark.invented = record.invented;
  mark.assumed = record.assumed;
  for (const auto& source : record.sources) mark.sources.push_back({source.url, source.publisher});
  mark.note = record.note;
  return mark;
}

}  // namespace kontor::server
