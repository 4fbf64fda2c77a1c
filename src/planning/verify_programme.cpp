#include <algorithm>

#include "planning/verify_facts.h"

namespace kontor::planning {

namespace {

std::string path_of(const mission::ActivityId& activity) {
  return "activity/" + activity.value;
}

void verify_placement(const Facts& facts, const mission::ActivityPlacement& placement,
                      base::Issues& issues) {
  const auto& activity = *facts.activities.at(placement.activity);
  const std::string path = path_of(placement.activity);
  const auto starts = facts.starts(activity);
  if (starts.empty()) return accuse(issues, "not_plannable", path);
  if (!has(starts, facts.minute(activity.leg, placement.starts_at)))
    accuse(issues, "wrong_start", path, base::format(placement.starts_at));
  if (placement.minutes != activity.duration_minutes)
    accuse(issues, "wrong_duration", path, std::to_string(placement.minutes));
  if (!has(facts.rooms_of(activity), placement.room))
    accuse(issues, "wrong_room", path, placement.room.value);
  else if (!facts.open(activity, placement.room, facts.minute(activity.leg, placement.starts_at)))
    accuse(issues, "closed_or_bare", path, placement.room.value);
}

// Every activity is placed once or listed as unplaced.
void verify_list(const Facts& facts, base::Issues& issues) {
  std::map<mission::ActivityId, int> listed;
  for (const auto& placement : facts.plan.activities) ++listed[placement.activity];
  for (const auto& unplaced : facts.plan.unplaced_activities) ++listed[unplaced];
  for (const auto& activity : facts.mission.activities)
    if (listed[activity.id] != 1)
      accuse(issues, "not_listed_once", path_of(activity.id), std::to_string(listed[activity.id]));
}

void verify_rooms(const Facts& facts, base::Issues& issues) {
  std::map<mission::RoomId, std::vector<Occupied>> use;
  for (const auto& session : facts.mission.sessions)
    for (int slot = 0; slot < session.slots; ++slot)
      use[session.room].push_back(facts.at(session, slot));
  for (const auto& placement : facts.plan.activities) {
    const auto& activity = *facts.activities.at(placement.activity);
    if (!placement.room.empty() && activity.kind != mission::ActivityKind::B2b)
      use[placement.room].push_back(facts.at(placement));
  }
  for (auto& [room, stays] : use) {
    std::ranges::sort(stays, {}, &Occupied::from);
    for (std::size_t i = 0; i + 1 < stays.size(); ++i)
      for (std::size_t k = i + 1; k < stays.size() && stays[k].from < stays[i].to; ++k)
        accuse(issues, "room_taken_twice", "room/" + room.value, stays[i].what,
               {{"other", stays[k].what}});
  }
}

void verify_places(const Facts& facts, base::Issues& issues) {
  std::map<mission::ActivityId, int> by_wish;
  for (const auto& attendance : facts.plan.attendances) {
    const auto& person = *facts.people.at(attendance.person);
    const auto& activity = *facts.activities.at(attendance.activity);
    if (!facts.holds_office(person, activity) && !facts.whole_delegation(person, activity))
      ++by_wish[activity.id];
  }
  for (const auto& placement : facts.plan.activities) {
    const int places = facts.places(*facts.activities.at(placement.activity), placement.room);
    const int taken = by_wish[placement.activity];
    if (places >= 0 && taken > places)
      accuse(issues, "too_many_people", path_of(placement.activity), std::to_string(taken),
             {{"places", std::to_string(places)}});
  }
}

// The activities that `person` must attend in this plan: by office, then whither a rule calls, then
// with the whole delegation, in the mission's order, activities of a single start first.
std::vector<const mission::Activity*> duties_of(const Facts& facts, const Gathering& all,
                                                const Gathering& duties,
                                                const mission::Person& person) {
  std::vector<const mission::Activity*> out;
  const auto stay = [&](const mission::Activity& activity) {
    return facts.extended(person, facts.at(*facts.placements.at(activity.id)));
  };
  const auto can = [&](const mission::Activity& activity) {
    if (!facts.free(person, facts.at(*facts.placements.at(activity.id)))) return false;
    for (const auto* other : out)
      if (other == &activity || !facts.fit(stay(*other), stay(activity))) return false;
    return duties.is(person.id, activity.id) ||  // no rule excuses who is there
           !kept_by_rule(facts, duties, person.id, activity);
  };
  for (const auto& activity : facts.mission.activities)
    if (facts.placements.contains(activity.id) && facts.holds_office(person, activity))
      out.push_back(&activity);
  for (const auto& key : duties.of(person.id))
    if (const auto& activity = *facts.activities.at(key);
        !facts.holds_office(person, activity) && called(facts, all, person.id, key))
      out.push_back(&activity);
  for (const bool single : {true, false})
    for (const auto& activity : facts.mission.activities)
      if (facts.placements.contains(activity.id) && facts.single_start(activity) == single &&
          facts.whole_delegation(person, activity) && can(activity))
        out.push_back(&activity);
  return out;
}

void verify_duties(const Facts& facts, const Gathering& all, base::Issues& issues) {
  const Gathering duties(facts, Gathering::Of::Duties);
  for (const auto& person : facts.mission.people)
    for (const auto* activity : duties_of(facts, all, duties, person))
      if (!all.is(person.id, activity->id))
        accuse(issues, "missing_at_duty", path_of(activity->id), person.id.value);
}

}  // namespace

void verify_programme(const Facts& facts, base::Issues& issues) {
  verify_list(facts, issues);
  for (const auto& placement : facts.plan.activities) verify_placement(facts, placement, issues);
  verify_rooms(facts, issues);
}

void verify_attendances(const Facts& facts, base::Issues& issues) {
  const Gathering all(facts, Gathering::Of::All);
  std::set<std::pair<mission::ActivityId, mission::PersonId>> seen;
  for (const auto& attendance : facts.plan.attendances) {
    const auto& person = *facts.people.at(attendance.person);
    const auto& activity = *facts.activities.at(attendance.activity);
    const std::string path = path_of(activity.id);
    if (!seen.emplace(activity.id, person.id).second)
      accuse(issues, "counted_twice", path, person.id.value);
    const bool duty = facts.holds_office(person, activity) ||
                      facts.whole_delegation(person, activity) ||
                      called(facts, all, person.id, activity.id);
    if (!duty && !facts.in_audience(person, activity))
      accuse(issues, "not_in_audience", path, person.id.value);
    if (!duty && attendance.wish.empty()) accuse(issues, "not_wished", path, person.id.value);
    if (facts.never(person.id, activity.id))
      accuse(issues, "forbidden_by_never", path, person.id.value);
  }
  verify_duties(facts, all, issues);
  verify_places(facts, issues);
}

}  // namespace kontor::planning
