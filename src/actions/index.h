#pragma once
#include <string>
#include <unordered_map>

#include "mission/mission.h"

namespace kontor::actions {

// The nouns of a mission by their key. Refers to the mission, which must stay where it is.
class Index {
 public:
  explicit Index(const mission::Mission& mission);

  // Null for unknown and empty keys.
  const mission::Organisation* organisation(const mission::OrganisationId& id) const {
    return find(organisations_, id);
  }
  const mission::Person* person(const mission::PersonId& id) const { return find(people_, id); }
  const mission::Activity* activity(const mission::ActivityId& id) const {
    return find(activities_, id);
  }
  const mission::Session* session(const mission::SessionId& id) const {
    return find(sessions_, id);
  }
  const mission::Wish* wish(const mission::WishId& id) const { return find(wishes_, id); }
  const mission::Venue* venue_of(const mission::RoomId& id) const { return find(venues_, id); }
  const mission::Leg* leg(const mission::LegId& id) const { return find(legs_, id); }

 private:
  template <class Id, class Noun>
  using Map = std::unordered_map<Id, const Noun*>;
  template <class Id, class Noun>
  static const Noun* find(const Map<Id, Noun>& map, const Id& id) {
    const auto found = map.find(id);
    return found == map.end() ? nullptr : found->second;
  }

  Map<mission::OrganisationId, mission::Organisation> organisations_;
  Map<mission::PersonId, mission::Person> people_;
  Map<mission::ActivityId, mission::Activity> activities_;
  Map<mission::SessionId, mission::Session> sessions_;
  Map<mission::WishId, mission::Wish> wishes_;
  Map<mission::RoomId, mission::Venue> venues_;
  Map<mission::LegId, mission::Leg> legs_;
};

}  // namespace kontor::actions
