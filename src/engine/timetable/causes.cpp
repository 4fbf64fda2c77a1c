#include "engine/timetable/causes.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "engine/timetable/duties.h"
#include "engine/timetable/obstacles.h"
#include "engine/timetable/protocol.h"
#include "engine/timetable/rules/coaches.h"
#include "engine/timetable/rules/places.h"
#include "engine/timetable/rules/tables.h"

namespace kontor::engine::timetable {

namespace {

using Obstacles = std::function<Causes(const State&)>;  // what stands in the way there

bool has(const Causes& causes, const Obstacle& fact) {
  return std::ranges::any_of(causes, [&](const Obstacle& one) {
    return one == fact ||
           (one.kind == ObstacleKind::Rule && fact.kind == one.kind && one.index == fact.index);
  });
}

// Whether all rules with which this one of arrives_last or leaves_first contends are among `facts`.
bool rivals_are_undone(const State& state, const Causes& facts, int rule) {
  const auto& all = state.problem().rules;
  if (all[rule].kind != RuleKind::ArrivesLast && all[rule].kind != RuleKind::LeavesFirst)
    return false;
  for (int other = 0; other < static_cast<int>(all.size()); ++other)
    if (other != rule && all[other].kind == all[rule].kind &&
        !has(facts, {ObstacleKind::Rule, other, -1}))
      return false;
  return true;
}

// Whether nothing stands in `way` once `facts` are undone, rules that they name included.
bool suffices(const State& before, const Obstacles& way, const Causes& facts) {
  State state = before;
  undo(state, facts);
  if (!rules_broken(state, facts).empty()) return false;
  return std::ranges::all_of(way(state), [&](const Obstacle& left) {
    const bool undone = left.kind == ObstacleKind::Meeting ||
                        left.kind == ObstacleKind::Attendance || left.kind == ObstacleKind::Duty;
    return !undone && (has(facts, left) || (left.kind == ObstacleKind::Rule &&
                                            rivals_are_undone(before, facts, left.index)));
  });
}

// The sets of all ways, reduced to the minimal ones, the cheapest first. Rules of protocol reach
// from one fact to another, so that sets with rules or duties are tried: none that is not enough is
// kept, nor any fact that is not needed.
class Ways {
 public:
  explicit Ways(const State& state) : state_(state) {}

  void add(Obstacles way) {
    Causes causes = way(state_);
    tidy(causes);
    const std::int64_t sum = effort(state_, causes);
    ways_.push_back({sum, std::move(causes), std::move(way)});
  }

  std::vector<Causes> minimal() {
    std::ranges::stable_sort(ways_, {},
                             [](const Entry& one) { return std::tie(one.effort, one.causes); });
    for (const Entry& entry : ways_) {
      if (covered(entry.causes)) continue;
      Causes causes = entry.causes;
      if (!state_.problem().rules.empty() && !reduce(entry.way, causes)) continue;
      std::erase_if(found_, [&](const Causes& other) { return includes(other, causes); });
      found_.push_back(std::move(causes));
    }
    std::ranges::stable_sort(found_, {}, [&](const Causes& one) { return effort(state_, one); });
    return std::move(found_);
  }

 private:
  struct Entry {
    std::int64_t effort;
    Causes causes;
    Obstacles way;
  };

  static bool includes(const Causes& causes, const Causes& part) {
    return std::ranges::all_of(part, [&](const Obstacle& fact) { return has(causes, fact); });
  }

  bool covered(const Causes& causes) const {
    return std::ranges::any_of(found_,
                               [&](const Causes& other) { return includes(causes, other); });
  }

  // Leaves out what is not needed; false where all is not enough.
  bool reduce(const Obstacles& way, Causes& causes) const {
    if (std::ranges::none_of(causes, [](const Obstacle& fact) {
          return fact.kind == ObstacleKind::Rule || fact.kind == ObstacleKind::Duty;
        }))
      return true;
    State without = state_;
    undo(without, causes);
    const Causes broken = rules_broken(without, causes);  // by several duties together
    causes.insert(causes.end(), broken.begin(), broken.end());
    tidy(causes);
    if (!suffices(state_, way, causes)) return false;
    for (std::size_t k = causes.size(); k-- > 0;) {
      Causes fewer = causes;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(k));
      if (suffices(state_, way, fewer)) causes = std::move(fewer);
    }
    return true;
  }

  const State& state_;
  std::vector<Entry> ways_;
  std::vector<Causes> found_;
};

// Whether `person` needs no place at `activity` because they would be on duty there.
bool bound(const Activity& activity, int person) {
  return std::ranges::find(activity.required, person) != activity.required.end() ||
         std::ranges::find(activity.everyone, person) != activity.everyone.end();
}

// What is chosen to hold an activity that is not held.
struct Held {
  int person = 0;  // who wishes to attend it
  int activity = 0;
  int option = 0;
  std::vector<int> people;  // the required, and whom rules of protocol ask for
  Causes given_up;          // rules that are not kept

  bool comes(int one) const { return contains(people, one); }
};

// Whether the guest, if there is one, and whoever was chosen find no place, or all together no
// seats.
bool lacks_room(const State& state, const Held& how, bool guest) {
  const Activity& asked = state.problem().activities[how.activity];
  const int places = asked.options[how.option].places;
  if (places != unlimited && state.uncalled(how.activity) + guest > places) return true;
  return asked.boards_at >= 0 &&
         !rules::Coaches::find(state, how.activity, how.option, state.riders(how.activity), {},
                               rules::Coaches::parted_riders(state, how.activity))
              .has_value();
}

void attend_as_guest(State& state, int person, int activity) {
  for (const int wish : state.grid().wishes_of_activity[activity])
    if (state.problem().attendances[wish].person == person) return state.attend(wish);
}

Causes causes_of_holding(const State& before, const Held& how) {
  const Activity& asked = before.problem().activities[how.activity];
  const bool guest = !how.comes(how.person) && !bound(asked, how.person);
  State state = before;
  state.hold(how.activity, how.option);
  for (const int one : how.people) state.bind(one, how.activity);
  if (guest)
    attend_as_guest(state, how.person, how.activity);
  else if (!how.comes(how.person))
    state.bind(how.person, how.activity);
  Causes causes = how.given_up;
  const auto look_at = [&](int one) {
    add_obstacles(state, one, visit_of(state, one, how.activity, how.option), causes);
  };
  for (const int one : how.people) look_at(one);
  if (!how.comes(how.person)) look_at(how.person);
  add_room(before, how.activity, asked.options[how.option], causes);
  if (lacks_room(state, how, guest)) causes.push_back({ObstacleKind::Places, how.activity, -1});
  return causes;
}

// All choices of those whom rules ask for: somebody for each at_least_one_of, company for
// always_with; or a rule is not kept.
void add_holdings(const State& state, Held how, std::size_t number, Ways& ways) {
  const auto& all = state.problem().rules;
  const auto coming = [&](int one) { return one == how.person || how.comes(one); };
  for (; number < all.size(); ++number) {
    const Rule& rule = all[number];
    if (rule.covers[how.activity] == 0) continue;
    std::vector<int> missing;
    for (const int one : rule.people)
      if (!coming(one)) missing.push_back(one);
    const bool one_of = rule.kind == RuleKind::AtLeastOneOf && !missing.empty() &&
                        missing.size() == rule.people.size();
    const bool company = rule.kind == RuleKind::AlwaysWith && !missing.empty() &&
                         std::ranges::any_of(rule.others, coming);
    const Obstacle given_up{ObstacleKind::Rule, static_cast<int>(number), -1};
    if ((!one_of && !company) || has(how.given_up, given_up)) continue;
    Held without = how;
    without.given_up.push_back(given_up);
    add_holdings(state, std::move(without), number + 1, ways);
    if (company) {
      how.people.insert(how.people.end(), missing.begin(), missing.end());
      return add_holdings(state, std::move(how), 0, ways);
    }
    for (const int one : missing) {
      Held with = how;
      with.people.push_back(one);
      add_holdings(state, std::move(with), 0, ways);
    }
    return;
  }
  ways.add([how](const State& now) { return causes_of_holding(now, how); });
}

}  // namespace

std::vector<Causes> causes_of_meeting(const State& state, int first, int second) {
  Ways ways(state);
  const int slots = static_cast<int>(state.grid().slots.size());
  for (int slot = 0; slot < slots; ++slot)
    for (const int one : sitters(state, first))
      for (const int other : sitters(state, second))
        ways.add([=](const State& now) {
          Causes causes;
          add_sitter(now, first, one, slot, -1, causes);
          add_sitter(now, second, other, slot, one, causes);
          if (rules::Tables::full(now, slot) && !frees_table(now, causes, slot))
            causes.push_back({ObstacleKind::Tables, slot, -1});
          return causes;
        });
  if (slots == 0) ways.add([](const State&) { return Causes{{ObstacleKind::NoSlots, -1, -1}}; });
  return ways.minimal();
}

Seating free_seating(const State& state, int first, int second) {
  Causes causes;
  const int slots = static_cast<int>(state.grid().slots.size());
  for (int slot = 0; slot < slots; ++slot)
    for (const int one : sitters(state, first))
      for (const int other : sitters(state, second)) {
        causes.clear();
        add_sitter(state, first, one, slot, -1, causes);
        add_sitter(state, second, other, slot, one, causes);
        if (causes.empty() && !rules::Tables::full(state, slot)) return {slot, 0, one, other};
      }
  return {};
}

std::vector<Causes> causes_of_attendance(const State& state, int person, int activity) {
  const Activity& asked = state.problem().activities[activity];
  Ways ways(state);
  if (const int held = state.option(activity); held >= 0)
    ways.add([=, called = bound(asked, person)](const State& now) {
      Causes causes;
      add_obstacles(now, person, visit_of(now, person, activity, held), causes);
      const bool full =
          rules::Places::full(now, activity) || rules::Coaches::lacks_seat(now, activity, person);
      if (full && !called) causes.push_back({ObstacleKind::Places, activity, -1});
      return causes;
    });
  else
    for (int option = 0; option < static_cast<int>(asked.options.size()); ++option)
      add_holdings(state, {person, activity, option, asked.required, {}}, 0, ways);
  if (asked.options.empty())
    ways.add([=](const State&) { return Causes{{ObstacleKind::NotHeld, activity, -1}}; });
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
