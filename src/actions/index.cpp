#include "actions/index.h"

namespace kontor::actions {

Index::Index(const mission::Mission& mission) {
  for (const auto& organisation : mission.organisations)
    organisations_.emplace(organisation.id, &organisation);
  for (const auto& person : mission.people) people_.emplace(person.id, &person);
  for (const auto& activity : mission.activities) activities_.emplace(activity.id, &activity);
  for (const auto& session : mission.sessions) sessions_.emplace(session.id, &session);
  for (const auto& wish : mission.wishes) wishes_.emplace(wish.id, &wish);
  for (const auto& leg : mission.legs) legs_.emplace(leg.id, &leg);
  for (const auto& venue : mission.venues)
    for (const auto& room : venue.rooms) venues_.emplace(room.id, &venue);
}

}  // namespace kontor::actions
