#include "engine/timetable/causes.h"

#include <algorithm>

#include "engine/timetable/duties.h"
#include "engine/timetable/protocol.h"
#include "engine/timetable/rules/coaches.h"
#include "engine/timetable/rules/places.h"
#include "engine/timetable/rules/tables.h"

namespace kontor::engine::timetable {

namespace {

constexpr std::int64_t cost_of_fact = 100;  // more than a wish weighs in the search
constexpr std::int64_t cost_of_fixed_fact = 10'000;

std::int64_t cost(const State& state, const Obstacle& obstacle) {
  if (obstacle.kind == ObstacleKind::Meeting)
    return cost_of_fact + state.weight({Kind::Meeting, obstacle.index});
  if (obstacle.kind == ObstacleKind::Attendance)
    return cost_of_fact + state.weight({Kind::Attendance, obstacle.index});
  return can_move(state.problem(), obstacle) ? cost_of_fact : cost_of_fixed_fact;
}

// The sets of all ways, reduced to the minimal ones, the cheapest first.
class Ways {
 public:
  explicit Ways(const State& state) : state_(state) {}

  void add(Causes causes) {
    std::ranges::sort(causes);
    const auto repeated = std::ranges::unique(causes);
    causes.erase(repeated.begin(), repeated.end());
    std::int64_t sum = 0;
    for (const Obstacle& obstacle : causes) sum += cost(state_, obstacle);
    ways_.emplace_back(sum, std::move(causes));
  }

  std::vector<Causes> minimal() {
    std::ranges::sort(ways_);
    std::vector<Causes> out;
    for (auto& [sum, causes] : ways_)
      if (std::ranges::none_of(
              out, [&](const Causes& other) { return std::ranges::includes(causes, other); }))
        out.push_back(std::move(causes));
    return out;
  }

 private:
  const State& state_;
  std::vector<std::pair<std::int64_t, Causes>> ways_;
};

// What keeps `person` from a visit, whatever they do at the activity itself.
void add_obstacles(const State& state, int person, const Visit& visit, Causes& out) {
  const Problem& problem = state.problem();
  const Stay& stay = visit.stay;
  const Person& who = problem.people[person];
  const int leg = problem.places[stay.place].leg;
  if (leg >= 0 && std::ranges::find(who.legs, leg) == who.legs.end())
    out.push_back({ObstacleKind::OtherCity, leg, person});
  for (std::size_t k = 0; k < who.absences.size(); ++k)
    if (who.absences[k].from < stay.ends_at && stay.starts_at < who.absences[k].to)
      out.push_back({ObstacleKind::Absence, static_cast<int>(k), person});
  for (const Engagement& other : state.engagements(person)) {
    if (compatible(problem, other.stay, stay)) continue;
    if (other.kind == Kind::Meeting) out.push_back({ObstacleKind::Meeting, other.index, -1});
    if (other.kind == Kind::Attendance) out.push_back({ObstacleKind::Attendance, other.index, -1});
    if (other.kind == Kind::Duty && other.index != visit.activity)
      out.push_back({ObstacleKind::Duty, other.index, person});
  }
  for (const int rule : rules_against(state, person, visit))
    out.push_back({ObstacleKind::Rule, rule, person});
}

// Who may sit for `organisation`; -1 alone: nobody.
std::vector<int> sitters(const State& state, int organisation) {
  const auto& seats = state.problem().seats[organisation];
  return seats.empty() ? std::vector<int>{-1} : seats;
}

// What keeps them from `slot` with `partner`.
void add_sitter(const State& state, int organisation, int person, int slot, int partner,
                Causes& out) {
  if (person < 0)
    out.push_back({ObstacleKind::Nobody, organisation, -1});
  else
    add_obstacles(state, person, visit_to_slot(state, slot, partner), out);
}

bool frees_table(const State& state, const Causes& causes, int slot) {
  return std::ranges::any_of(causes, [&](const Obstacle& obstacle) {
    return obstacle.kind == ObstacleKind::Meeting && state.seating(obstacle.index).slot == slot;
  });
}

void add_room(const State& state, const Option& option, const Stay& stay, int activity,
              Causes& out) {
  const Problem& problem = state.problem();
  if (option.room < 0) return;
  for (std::size_t s = 0; s < problem.sessions.size(); ++s) {
    const Session& session = problem.sessions[s];
    if (session.room == option.room && session.starts_at < stay.ends_at &&
        stay.starts_at < session.starts_at + session.slots * session.slot_minutes)
      out.push_back({ObstacleKind::Session, static_cast<int>(s), -1});
  }
  for (int other = 0; other < static_cast<int>(problem.activities.size()); ++other) {
    const int held = state.option(other);
    if (other == activity || held < 0) continue;
    if (problem.activities[other].options[held].room != option.room) continue;
    const Stay taken = stay_of(problem, other, held);
    if (taken.starts_at < stay.ends_at && stay.starts_at < taken.ends_at)
      out.push_back({ObstacleKind::Room, other, -1});
  }
}

// Whether `person` needs no place at `activity` because they would be on duty there.
bool bound(const Activity& activity, int person) {
  return std::ranges::find(activity.required, person) != activity.required.end() ||
         std::ranges::find(activity.everyone, person) != activity.everyone.end();
}

}  // namespace

std::vector<Causes> causes_of_meeting(const State& state, int first, int second) {
  Ways ways(state);
  const int slots = static_cast<int>(state.grid().slots.size());
  for (int slot = 0; slot < slots; ++slot) {
    for (const int one : sitters(state, first))
      for (const int other : sitters(state, second)) {
        Causes causes;
        add_sitter(state, first, one, slot, -1, causes);
        add_sitter(state, second, other, slot, one, causes);
        if (rules::Tables::full(state, slot) && !frees_table(state, causes, slot))
          causes.push_back({ObstacleKind::Tables, slot, -1});
        ways.add(std::move(causes));
      }
  }
  if (slots == 0) ways.add({{ObstacleKind::NoSlots, -1, -1}});
  return ways.minimal();
}

std::vector<Causes> causes_of_attendance(const State& state, int person, int activity) {
  const Activity& asked = state.problem().activities[activity];
  const int held = state.option(activity);
  Ways ways(state);
  for (int o = 0; o < static_cast<int>(asked.options.size()); ++o) {
    if (held >= 0 && o != held) continue;
    const Stay stay = stay_of(state.problem(), activity, o);
    Causes causes;
    add_obstacles(state, person, visit_of(state, person, activity, o), causes);
    const bool full = held >= 0 ? rules::Places::full(state, activity) ||
                                      rules::Coaches::lacks_seat(state, activity, person)
                                : asked.options[o].places < 1;
    if (full && !bound(asked, person)) causes.push_back({ObstacleKind::Places, activity, -1});
    if (held < 0) {
      add_room(state, asked.options[o], stay, activity, causes);
      for (const int required : asked.required)
        add_obstacles(state, required, visit_of(state, required, activity, o), causes);
    }
    ways.add(std::move(causes));
  }
  if (asked.options.empty()) ways.add({{ObstacleKind::NotHeld, activity, -1}});
  return ways.minimal();
}

bool can_move(const Problem& problem, const Obstacle& obstacle) {
  switch (obstacle.kind) {
    case ObstacleKind::Meeting:
    case ObstacleKind::Attendance:
    case ObstacleKind::Tables:
    case ObstacleKind::Places:
    case ObstacleKind::Room:
      return true;
    case ObstacleKind::Duty:
      return !single_start(problem, obstacle.index);
    case ObstacleKind::Rule:
      return problem.rules[obstacle.index].kind != RuleKind::ClearanceNeeded;
    default:
      return false;
  }
}

}  // namespace kontor::engine::timetable
