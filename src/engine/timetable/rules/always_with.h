#pragma once
#include "engine/timetable/rules/visit.h"

namespace kontor::engine::timetable::rules {

// Hard rule "always_with": wherever one of `others` is, everybody of `people` is too. The required
// of an activity are complete in this respect. Elsewhere company counts that is there on duty: a
// guest may go.
struct AlwaysWith {
  static constexpr const char* name = "always_with";
  static constexpr bool hard = true;

  static std::int64_t cost(const State& state, const Rule& rule, int person, const Visit& visit) {
    std::vector<int> company;
    bring(state, rule, person, visit.activity, company);
    return company.empty() ? 0 : impossible;
  }

  static void explain(const State&, const Rule&, int, const Visit&, std::vector<Item>&) {}

  // Adds those whom `person` must bring along to `activity`.
  static void bring(const State& state, const Rule& rule, int person, int activity,
                    std::vector<int>& company) {
    if (activity < 0 || rule.covers[activity] == 0 || !contains(rule.others, person)) return;
    for (const int other : rule.people)
      if (other != person && !state.on_duty(other, activity) && !contains(company, other))
        company.push_back(other);
  }
};

}  // namespace kontor::engine::timetable::rules
