#pragma once
// A mission and its plan from which the causes of "why not" can be taken away.
#include <algorithm>
#include <utility>
#include <vector>

#include "mission/mission.h"
#include "mission/plan.h"
#include "planning/obstacle.h"

namespace kontor::planning::testing {

template <class Noun, class Key>
Noun& noun(std::vector<Noun>& nouns, const Key& key) {
  return *std::ranges::find(nouns, key, &Noun::id);
}

struct World {
  mission::Mission mission;
  mission::Plan plan;
  std::vector<std::pair<int, int>> freed;  // session and slot that have one more table

  // Without the fact; false where that takes more than mission and plan hold as data.
  bool remove(const Obstacle& fact) {
    const auto activity = [&]() -> mission::Activity& {
      return noun(mission.activities, fact.activity);
    };
    using Kind = mission::ObstacleKind;
    switch (fact.kind) {
      case Kind::Never:
        std::erase_if(mission.wishes, [&](const auto& wish) { return wish.id == fact.never; });
        break;
      case Kind::Absence:
        std::erase(noun(mission.people, fact.person).absences,
                   mission::Absence{fact.leg, fact.from, fact.to});
        break;
      case Kind::OtherCity:
        noun(mission.people, fact.person).legs.clear();
        break;
      case Kind::Duty:
        excuse(fact.person, activity());
        [[fallthrough]];
      case Kind::Attendance:
        std::erase_if(plan.attendances, [&](const auto& attendance) {
          return attendance.person == fact.person && attendance.activity == fact.activity;
        });
        break;
      case Kind::Meeting:
        std::erase_if(plan.meetings, [&](const auto& meeting) {
          return meeting.first == fact.organisation && meeting.second == fact.other;
        });
        break;
      case Kind::TablesFull:
        free_table(fact);
        break;
      case Kind::ActivityFull:
        add_place(activity());
        break;
      case Kind::RoomTaken:
        give_up(fact.activity);
        break;
      case Kind::SessionInRoom:
        noun(mission.sessions, fact.session).room = {};
        break;
      case Kind::AudienceKind:
        activity().audience.kinds.clear();
        break;
      case Kind::AudienceRegion:
        activity().audience.regions.clear();
        break;
      case Kind::AudienceSector:
        activity().audience.sectors.clear();
        break;
      case Kind::Nobody: {
        mission::Person person;
        person.id.value = "somebody";
        person.organisation = fact.organisation;
        mission.people.push_back(person);
        break;
      }
      default:
        return false;
    }
    return true;
  }

 private:
  void excuse(const mission::PersonId& person, mission::Activity& activity) {
    for (const auto& office : mission.offices)
      if (office.holder == person) std::erase(activity.offices, office.id);
    mission::Wish never;
    never.id.value = "excused-" + activity.id.value;
    never.level = mission::WishLevel::Never;
    never.person = person;
    never.activity = activity.id;
    mission.wishes.push_back(never);
  }

  void free_table(const Obstacle& fact) {
    const auto session = std::ranges::find(mission.sessions, fact.session, &mission::Session::id);
    freed.emplace_back(
        session - mission.sessions.begin(),
        base::minutes_between(session->starts_at, fact.from) / session->slot_minutes);
  }

  void add_place(mission::Activity& activity) {
    if (activity.capacity > 0) ++activity.capacity;
    if (activity.by_coach)
      for (auto& coach : mission.coaches) ++coach.seats;
    for (auto& venue : mission.venues)
      for (auto& room : venue.rooms)
        if (room.capacity > 0 &&
            (room.id == activity.room ||
             std::ranges::find(activity.rooms, room.id) != activity.rooms.end()))
          ++room.capacity;
  }

  void give_up(const mission::ActivityId& id) {
    std::erase_if(plan.activities, [&](const auto& placed) { return placed.activity == id; });
    std::erase_if(plan.attendances, [&](const auto& one) { return one.activity == id; });
  }
};

}  // namespace kontor::planning::testing
