#include "planning/assemble.h"

#include <algorithm>
#include <map>
#include <numeric>
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
                               base::to_local(translation.instant(chosen.starts_at), leg->zone),
                               activity.duration_minutes});
  }
}

// The numbers of `nouns` in the order of their keys, and where each number stands in it.
struct Order {
  std::vector<int> numbers;
  std::vector<int> ranks;
};

template <class Noun>
Order order_of(const std::vector<Noun>& nouns) {
  Order out;
  out.numbers.resize(nouns.size());
  std::iota(out.numbers.begin(), out.numbers.end(), 0);
  std::ranges::stable_sort(out.numbers, {},
                           [&](int number) -> const auto& { return nouns[number].id; });
  out.ranks.resize(nouns.size());
  for (std::size_t r = 0; r < nouns.size(); ++r) out.ranks[out.numbers[r]] = static_cast<int>(r);
  return out;
}

// Somebody at an activity; by ranks, so that they sort without looking at keys.
struct Presence {
  int activity;
  int person;
  int wish = -1;  // 0 or more sorts behind a duty of the same person there
  auto operator<=>(const Presence&) const = default;
};

void add_attendances(const Mission& mission, const Translation& translation,
                     const timetable::Solution& solution, Plan& plan) {
  const Order activities = order_of(mission.activities), people = order_of(mission.people);
  std::vector<Presence> there;
  for (const auto& duty : solution.duties)
    there.push_back({activities.ranks[duty.activity], people.ranks[duty.person]});
  for (std::size_t w = 0; w < solution.attends.size(); ++w)
    if (const auto& wish = translation.problem.attendances[w]; solution.attends[w])
      there.push_back({activities.ranks[wish.activity], people.ranks[wish.person],
                       translation.wish_of_attendance[w]});
  std::ranges::sort(there);
  std::map<std::pair<int, int>, mission::CoachId> seats;
  for (const auto& ride : solution.rides)
    seats[{ride.activity, ride.person}] = mission.coaches[ride.coach].id;
  plan.attendances.reserve(there.size());
  for (std::size_t k = 0; k < there.size(); ++k) {
    const auto& [rank, person_rank, wish] = there[k];
    if (k + 1 < there.size() && there[k + 1].activity == rank && there[k + 1].person == person_rank)
      continue;  // the wish that the duty grants comes next
    const int activity = activities.numbers[rank], person = people.numbers[person_rank];
    const auto seat = seats.find({activity, person});
    plan.attendances.push_back({mission.activities[activity].id, mission.people[person].id,
                                wish < 0 ? mission::WishId() : mission.wishes[wish].id,
                                seat == seats.end() ? mission::CoachId() : seat->second});
  }
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
  CHECK(std::ranges::includes(before.unplaced_activities, plan.unplaced_activities));
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
