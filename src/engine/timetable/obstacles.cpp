#include "engine/timetable/obstacles.h"

#include <algorithm>

#include "engine/timetable/protocol.h"

namespace kontor::engine::timetable {

namespace {

constexpr std::int64_t cost_of_fact = 100;  // more than a wish weighs in the search
constexpr std::int64_t cost_of_fixed_fact = 10'000;

std::int64_t effort(const State& state, const Obstacle& obstacle) {
  if (obstacle.kind == ObstacleKind::Meeting)
    return cost_of_fact + state.weight({Kind::Meeting, obstacle.index});
  if (obstacle.kind == ObstacleKind::Attendance)
    return cost_of_fact + state.weight({Kind::Attendance, obstacle.index});
  return can_move(state.problem(), obstacle) ? cost_of_fact : cost_of_fixed_fact;
}

bool somebody_else(const State& state, const std::vector<int>& people, int person, int activity) {
  return std::ranges::any_of(people, [&](int other) {
    return other != person && rules::at(state, other, activity) != nullptr;
  });
}

// Whether a rule of protocol is a reason for `person` to be on duty at `activity` as things are.
bool calls(const State& state, const Rule& rule, int person, int activity) {
  if (rule.covers[activity] == 0 || !contains(rule.people, person)) return false;
  return rule.kind == RuleKind::AtLeastOneOf ||
         (rule.kind == RuleKind::AlwaysWith && somebody_else(state, rule.others, person, activity));
}

// Whether it would be broken without them.
bool demands(const State& state, const Rule& rule, int person, int activity) {
  return calls(state, rule, person, activity) &&
         (rule.kind == RuleKind::AlwaysWith ||
          !somebody_else(state, rule.people, person, activity));
}

int attended_wish(const State& state, int person, int activity) {
  for (const int wish : state.grid().wishes_of_activity[activity])
    if (state.problem().attendances[wish].person == person && state.attends(wish)) return wish;
  return -1;
}

// Rules that demand a duty stand in the way, and the duty itself where something else calls for it;
// where nothing does, whoever wished to be there would still go.
void add_duty(const State& state, int person, int activity, Causes& out) {
  int demanding = 0, calling = 0;
  for (const int number : state.grid().rules_of[person]) {
    const Rule& rule = state.problem().rules[number];
    calling += calls(state, rule, person, activity);
    if (!demands(state, rule, person, activity)) continue;
    ++demanding;
    out.push_back({ObstacleKind::Rule, number, person});
  }
  if (state.called(person, activity) || demanding == 0 || calling > demanding)
    out.push_back({ObstacleKind::Duty, activity, person});
  else if (const int wish = attended_wish(state, person, activity); wish >= 0)
    out.push_back({ObstacleKind::Attendance, wish, -1});
}

bool names(const Causes& facts, int rule) {
  return std::ranges::any_of(facts, [&](const Obstacle& fact) {
    return fact.kind == ObstacleKind::Rule && fact.index == rule;
  });
}

// Whether a rule that is not among `facts` calls `person`.
bool is_called_without(const State& state, const Causes& facts, int person, int activity) {
  return std::ranges::any_of(state.grid().rules_of[person], [&](int rule) {
    return !names(facts, rule) && calls(state, state.problem().rules[rule], person, activity);
  });
}

// Whether all whom always_with asks for are there, if only as guests, who may leave: enough as
// things are, though not for a search.
bool has_company(const State& state, const Rule& rule, int person, int activity) {
  return rule.kind == RuleKind::AlwaysWith && activity >= 0 &&
         std::ranges::all_of(rule.people, [&](int other) {
           return other == person || rules::at(state, other, activity) != nullptr;
         });
}

}  // namespace

namespace {

bool is_guest(const State& state, int wish) {
  const AttendanceWish& asked = state.problem().attendances[wish];
  return state.attends(wish) && !state.on_duty(asked.person, asked.activity);
}

}  // namespace

void undo(State& state, const Causes& facts) {
  const auto is_undone = [&](const Obstacle& fact) {
    return std::ranges::find(facts, fact) != facts.end();
  };
  const auto leave_duty = [&](int person, int activity) {
    const int wish = attended_wish(state, person, activity);
    state.unbind(person, activity);
    return wish;
  };
  for (const Obstacle& fact : facts) {
    if (fact.kind == ObstacleKind::Meeting) state.unseat(fact.index);
    if (fact.kind == ObstacleKind::Attendance && is_guest(state, fact.index))
      state.leave(fact.index);
    if (fact.kind == ObstacleKind::Duty) leave_duty(fact.person, fact.index);
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (int activity = 0; activity < static_cast<int>(state.problem().activities.size());
         ++activity) {
      const std::vector<int> people(state.on_duty_at(activity).begin(),
                                    state.on_duty_at(activity).end());
      for (const int person : people) {
        if (state.called(person, activity) || is_called_without(state, facts, person, activity))
          continue;
        const int wish = leave_duty(person, activity);
        if (wish >= 0 && !is_undone({ObstacleKind::Attendance, wish, -1})) state.attend(wish);
        changed = true;
      }
    }
  }
}

Causes rules_broken(const State& state, const Causes& facts) {
  Causes out;
  for (const Obstacle& fact : facts)
    if (fact.kind == ObstacleKind::Duty)
      for (const int rule : state.grid().rules_of[fact.person])
        if (!names(facts, rule) &&
            demands(state, state.problem().rules[rule], fact.person, fact.index))
          out.push_back({ObstacleKind::Rule, rule, fact.person});
  return out;
}

void tidy(Causes& causes) {
  std::ranges::sort(causes);
  Causes out;
  for (const Obstacle& obstacle : causes)
    if (std::ranges::none_of(out, [&](const Obstacle& other) {
          return other == obstacle ||
                 (obstacle.kind == ObstacleKind::Rule && other.kind == obstacle.kind &&
                  other.index == obstacle.index);
        }))
      out.push_back(obstacle);
  causes = std::move(out);
}

std::int64_t effort(const State& state, const Causes& causes) {
  std::int64_t sum = 0;
  for (const Obstacle& obstacle : causes) sum += effort(state, obstacle);
  return sum;
}

void add_engagements(const State& state, int person, const rules::Visit& visit, Causes& out) {
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
    if (visit.activity >= 0 && rules::activity_of(state, other) == visit.activity) continue;
    if (other.kind == Kind::Meeting) out.push_back({ObstacleKind::Meeting, other.index, -1});
    if (other.kind == Kind::Attendance) out.push_back({ObstacleKind::Attendance, other.index, -1});
    if (other.kind == Kind::Duty) add_duty(state, person, other.index, out);
  }
}

void add_obstacles(const State& state, int person, const rules::Visit& visit, Causes& out) {
  add_engagements(state, person, visit, out);
  for (const int rule : rules_against(state, person, visit))
    if (!has_company(state, state.problem().rules[rule], person, visit.activity))
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

void add_room(const State& state, int activity, const Option& option, Causes& out) {
  const Problem& problem = state.problem();
  if (option.room < 0) return;
  const Stay stay = stay_of(problem, activity, option);
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

}  // namespace kontor::engine::timetable
