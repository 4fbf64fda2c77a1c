#pragma once
#include "engine/timetable/rules/visit.h"

namespace kontor::engine::timetable::rules {

// Hard rule "never_with": none of `people` is with one of `others` at an activity, nor, where the
// rule speaks of meetings, at a table.
struct NeverWith {
  static constexpr const char* name = "never_with";
  static constexpr bool hard = true;

  static bool apart(const Rule& rule, int person, int other) {
    return person != other && ((contains(rule.people, person) && contains(rule.others, other)) ||
                               (contains(rule.others, person) && contains(rule.people, other)));
  }

  // Whom `person` must not be with, `person` perhaps among them.
  static std::vector<int> avoided(const Rule& rule, int person) {
    std::vector<int> out;
    if (contains(rule.people, person)) out = rule.others;
    if (contains(rule.others, person))
      for (const int other : rule.people)
        if (!contains(out, other)) out.push_back(other);
    return out;
  }

  static std::int64_t cost(const State& state, const Rule& rule, int person, const Visit& visit) {
    if (visit.activity < 0)
      return rule.meetings && apart(rule, person, visit.partner) ? impossible : 0;
    if (rule.covers[visit.activity] == 0) return 0;
    return cost_of_leaving(state, avoided(rule, person), person, visit.activity);
  }

  static void explain(const State& state, const Rule& rule, int person, const Visit& visit,
                      std::vector<Item>& in_the_way) {
    if (visit.activity >= 0 && rule.covers[visit.activity] != 0)
      explain_leaving(state, avoided(rule, person), person, visit.activity, in_the_way);
  }
};

}  // namespace kontor::engine::timetable::rules
