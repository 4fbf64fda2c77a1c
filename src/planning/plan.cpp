#include "planning/plan.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/zone.h"
#include "engine/timetable/grid.h"
#include "engine/timetable/solve.h"
#include "planning/certificate.h"
#include "planning/explain.h"
#include "planning/fairness.h"
#include "planning/translate.h"
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
  for (const auto& [where, wish] : granted)
    plan.attendances.push_back(
        {mission.activities[where.first].id, mission.people[where.second].id, wish});
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
               const timetable::Result& result, Plan& plan) {
  plan.score.value = result.worth.points;
  plan.score.bound = result.bound;
  plan.score.must_points = translation.problem.must_points;
  plan.score.breaks = static_cast<int>(result.worth.breaks);
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

template <class At>
void keep_price(std::map<At, std::int64_t>& row, At at, std::int64_t price) {
  if (price > 0) row[at] = price;
}

std::string certify(const Mission& mission, const Translation& translation,
                    const timetable::Grid& grid, const timetable::Result& result,
                    const Plan& plan) {
  Certificate out{plan.input_hash,
                  plan.seed,
                  plan.score.value,
                  plan.score.bound,
                  plan.score.must_points,
                  timetable::price_scale,
                  {},
                  {},
                  {}};
  for (std::size_t p = 0; p < mission.people.size(); ++p)
    for (std::size_t i = 0; i < grid.instants.size(); ++i)
      keep_price(out.person[mission.people[p].id], instant(translation, grid.instants[i]),
                 result.prices.person(static_cast<int>(p))[i]);
  int number = 0;
  for (const auto& venue : mission.venues)
    for (const auto& room : venue.rooms) {
      for (std::size_t i = 0; i < grid.instants.size(); ++i)
        keep_price(out.room[room.id], instant(translation, grid.instants[i]),
                   result.prices.room(number)[i]);
      ++number;
    }
  for (std::size_t s = 0; s < grid.slots.size(); ++s)
    keep_price(out.table[mission.sessions[grid.slots[s].session].id], grid.slots[s].number,
               result.prices.table(static_cast<int>(s)));
  return write_certificate(out);
}

std::function<void(const timetable::Progress&)> in_mission_terms(
    const Mission& mission, const std::function<void(const Progress&)>& on_progress) {
  if (!on_progress) return {};
  Progress asked;
  for (const auto& wish : mission.wishes) {
    if (wish.level == mission::WishLevel::Must) ++asked.musts_asked;
    if (wish.level != mission::WishLevel::Never) ++asked.wishes_asked;
  }
  return [asked, &on_progress](const timetable::Progress& now) {
    on_progress({now.value, now.bound, now.musts_placed, asked.musts_asked, now.wishes_placed,
                 asked.wishes_asked, now.permille_done});
  };
}

}  // namespace

Plan make_plan(const Mission& mission, const std::string& input_hash, const Options& options,
               const std::function<bool()>& stop,
               const std::function<void(const Progress&)>& on_progress) {
  const Translation translation = translate(mission);
  const timetable::Grid grid = timetable::make_grid(translation.problem);
  const timetable::Result result =
      timetable::solve(translation.problem, {options.seed, options.iterations}, stop,
                       in_mission_terms(mission, on_progress));
  Plan plan;
  plan.mission = mission.id;
  plan.seed = options.seed;
  plan.input_hash = input_hash;
  add_activities(mission, translation, result.solution, plan);
  add_attendances(mission, translation, result.solution, plan);
  add_meetings(mission, translation, grid, result.solution, plan);
  plan.unplaced = explain(mission, plan);
  plan.waiting = waiting_lists(mission, plan);
  sort_lists(plan);
  add_score(mission, translation, result, plan);
  plan.certificate = certify(mission, translation, grid, result, plan);
  return plan;
}

}  // namespace kontor::planning
