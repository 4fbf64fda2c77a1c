#include "planning/assemble.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/check.h"
#include "base/zone.h"
#include "planning/certificate.h"
#include "planning/explain.h"
#include "planning/fairness.h"
#include "planning/waiting.h"

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;
using mission::Mission;
using mission::Plan;

base::Instant instant(const Translation& translation, int minute) {
  return translation.origin + std::chrono::minutes(minute);
}

void add_activities(const Mission& mission, const Translation& translation,
                    const timetable::Solution& solution, Plan& plan) {
  for (std::size_t a = 0; a < mission.activities.size(); ++a) {
    const auto& activity = mission.activities[a];
    const int option = solution.options[a];
    if (option < 0) {
      plan.unplaced_activities.push_back(activity.id);
      continue;
    }
    const auto leg = std::ranges::find(mission.legs, activity.leg, &mission::Leg::id);
    const auto& chosen = translation.problem.activities[a].options[option];
    plan.activities.push_back({activity.id, translation.rooms_of_options[a][option],
                               base::to_local(instant(translation, chosen.starts_at), leg->zone),
                               activity.duration_minutes});
  }
}

void add_attendances(const Mission& mission, const Translation& translation,
                     const timetable::Solution& solution, Plan& plan) {
  std::map<std::pair<int, int>, mission::WishId> granted;
  for (const auto& duty : solution.duties) granted[{duty.activity, duty.person}];
  for (std::size_t w = 0; w < solution.attends.size(); ++w) {
    const auto& wish = translation.problem.attendances[w];
    if (solution.attends[w])
      granted[{wish.activity, wish.person}] = mission.wishes[translation.wish_of_attendance[w]].id;
  }
  std::map<std::pair<int, int>, mission::CoachId> seats;
  for (const auto& ride : solution.rides)
    seats[{ride.activity, ride.person}] = mission.coaches[ride.coach].id;
  for (const auto& [where, wish] : granted)
    plan.attendances.push_back(
        {mission.activities[where.first].id, mission.people[where.second].id, wish, seats[where]});
}

void add_meetings(const Mission& mission, const Translation& translation,
                  const timetable::Grid& grid, const timetable::Solution& solution, Plan& plan) {
  for (std::size_t m = 0; m < solution.meetings.size(); ++m) {
    const auto& seating = solution.meetings[m];
    if (seating.slot < 0) continue;
    const auto& wish = translation.problem.meetings[m];
    const auto& slot = grid.slots[seating.slot];
    mission::Meeting out{mission.sessions[slot.session].id,
                         slot.number,
                         seating.table,
                         mission.organisations[wish.first].id,
                         mission.organisations[wish.second].id,
                         mission.people[seating.first_person].id,
                         mission.people[seating.second_person].id,
                         {}};
    for (const int number : translation.wishes_of_meeting[m])
      out.wishes.push_back(mission.wishes[number].id);
    plan.meetings.push_back(std::move(out));
  }
}

void sort_lists(Plan& plan) {
  std::ranges::sort(plan.activities, {}, &mission::ActivityPlacement::activity);
  std::ranges::sort(plan.attendances, {},
                    [](const auto& a) { return std::tie(a.activity, a.person); });
  std::ranges::sort(plan.meetings, {},
                    [](const auto& m) { return std::tie(m.session, m.slot, m.table); });
  std::ranges::sort(plan.unplaced, {}, &mission::Unplaced::wish);
  std::ranges::sort(plan.waiting, {},
                    [](const auto& w) { return std::tie(w.activity, w.position); });
  std::ranges::sort(plan.unplaced_activities);
}

void add_score(const Mission& mission, const Translation& translation,
               const timetable::Worth& worth, Plan& plan) {
  plan.score.value = worth.points;
  plan.score.must_points = translation.problem.must_points;
  plan.score.breaks = static_cast<int>(worth.breaks);
  plan.score.worst_share_permille = worst_share_permille(mission, plan);
  std::set<mission::WishId> unplaced;
  for (const auto& wish : plan.unplaced) unplaced.insert(wish.wish);
  for (const auto& wish : mission.wishes) {
    if (wish.level == mission::WishLevel::Never) continue;
    const bool must = wish.level == mission::WishLevel::Must;
    ++(must ? plan.score.musts_asked : plan.score.wants_asked);
    if (!unplaced.contains(wish.id)) ++(must ? plan.score.musts_placed : plan.score.wants_placed);
  }
}

}  // namespace

Plan outline(const Mission& mission, const Translation& translation, const timetable::Grid& grid,
             const timetable::Solution& solution) {
  Plan plan;
  plan.mission = mission.id;
  add_activities(mission, translation, solution, plan);
  add_attendances(mission, translation, solution, plan);
  add_meetings(mission, translation, grid, solution, plan);
  sort_lists(plan);
  return plan;
}

Plan assemble(const Mission& mission, const Translation& translation, const timetable::Grid& grid,
              const timetable::Solution& solution, const timetable::Worth& worth) {
  Plan plan = outline(mission, translation, grid, solution);
  plan.unplaced = explain(mission, plan);
  plan.waiting = waiting_lists(mission, plan);
  sort_lists(plan);
  add_score(mission, translation, worth, plan);
  return plan;
}

Plan revise(const Mission& mission, const Translation& translation, const timetable::Grid& grid,
            const timetable::Solution& solution, const timetable::Worth& worth,
            const Plan& before) {
  Plan plan = assemble(mission, translation, grid, solution, worth);
  CHECK(plan.unplaced_activities == before.unplaced_activities);
  plan.seed = before.seed;
  plan.input_hash = before.input_hash;
  plan.score.bound = before.score.bound;
  auto certificate = read_certificate(before.certificate);
  CHECK(certificate.has_value());
  certificate->value = plan.score.value;
  plan.certificate = write_certificate(*certificate);
  return plan;
}

}  // namespace kontor::planning
