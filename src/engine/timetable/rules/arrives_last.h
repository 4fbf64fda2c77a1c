#pragma once
#include "engine/timetable/rules/visit.h"

namespace kontor::engine::timetable::rules {

// Hard rule "arrives_last": whoever comes to an activity where one of `people` is expected is in
// place some minutes before. Activity::waits has those minutes; what is left to judge is that two
// cannot both arrive last.
struct ArrivesLast {
  static constexpr const char* name = "arrives_last";
  static constexpr bool hard = true;

  // Those of another such rule for the activity, who cannot come where `person` does.
  static std::vector<int> rivals(const Problem& problem, const Rule& rule, int person,
                                 int activity) {
    std::vector<int> out;
    if (activity < 0 || rule.covers[activity] == 0 || !contains(rule.people, person)) return out;
    for (const Rule& other : problem.rules) {
      if (other.kind != rule.kind || &other == &rule || other.covers[activity] == 0) continue;
      if (contains(other.people, person)) continue;
      for (const int rival : other.people)
        if (!contains(rule.people, rival)) out.push_back(rival);
    }
    return out;
  }

  static std::int64_t cost(const State& state, const Rule& rule, int person, const Visit& visit) {
    const auto people = rivals(state.problem(), rule, person, visit.activity);
    return people.empty() ? 0 : cost_of_leaving(state, people, person, visit.activity);
  }

  static void explain(const State& state, const Rule& rule, int person, const Visit& visit,
                      std::vector<Item>& in_the_way) {
    const auto people = rivals(state.problem(), rule, person, visit.activity);
    if (!people.empty()) explain_leaving(state, people, person, visit.activity, in_the_way);
  }
};

}  // namespace kontor::engine::timetable::rules
