#include "planning/verify_facts.h"

namespace kontor::planning {

namespace {

std::string path_of(const mission::CoachId& coach) {
  return "coach/" + coach.value;
}

// Whoever goes by coach has a seat in one of that city, nobody else has.
void verify_seats(const Facts& facts, base::Issues& issues) {
  for (const auto& attendance : facts.plan.attendances) {
    const auto& activity = *facts.activities.at(attendance.activity);
    const auto& person = *facts.people.at(attendance.person);
    const std::string path = "activity/" + activity.id.value;
    const auto coach = facts.coaches.find(attendance.coach);
    const bool seated = coach != facts.coaches.end() && coach->second->leg == activity.leg;
    if (facts.by_coach(person, activity)) {
      if (!seated) accuse(issues, "no_seat", path, person.id.value);
    } else if (!attendance.coach.empty()) {
      accuse(issues, "needless_seat", path, person.id.value);
    }
  }
}

void verify_coach(const Facts& facts, const mission::Coach& coach,
                  const std::map<mission::ActivityId, int>& passengers, base::Issues& issues) {
  std::vector<Occupied> rides;
  for (const auto& [key, count] : passengers) {
    rides.push_back(facts.ride(*facts.activities.at(key), facts.at(*facts.placements.at(key))));
    if (count > coach.seats)
      accuse(issues, "coach_overfull", path_of(coach.id) + "/" + key.value, std::to_string(count),
             {{"seats", std::to_string(coach.seats)}});
  }
  for (std::size_t i = 0; i < rides.size(); ++i)
    for (std::size_t k = i + 1; k < rides.size(); ++k)
      if (!facts.fit(rides[i], rides[k]))
        accuse(issues, "coach_taken_twice", path_of(coach.id), rides[i].what,
               {{"other", rides[k].what}});
}

}  // namespace

void verify_coaches(const Facts& facts, base::Issues& issues) {
  verify_seats(facts, issues);
  std::map<mission::CoachId, std::map<mission::ActivityId, int>> passengers;
  for (const auto& attendance : facts.plan.attendances)
    if (!attendance.coach.empty() && facts.activities.at(attendance.activity)->by_coach)
      ++passengers[attendance.coach][attendance.activity];
  for (const auto& [coach, counts] : passengers)
    verify_coach(facts, *facts.coaches.at(coach), counts, issues);
}

}  // namespace kontor::planning
