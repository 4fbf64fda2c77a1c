#pragma once
#include "engine/timetable/rules/visit.h"

namespace kontor::engine::timetable::rules {

// Hard rule "at_most_a_day": each of `people` is at `most` of the activities of a local day that
// the rule covers, or fewer.
struct AtMostADay {
  static constexpr const char* name = "at_most_a_day";
  static constexpr bool hard = true;

  static std::int64_t cost(const State& state, const Rule& rule, int person, const Visit& visit) {
    std::int64_t sum = 0;
    for (const Engagement& other : surplus(state, rule, person, visit))
      sum += weight_of_leaving(state, other);
    return rule.most == 0 && concerns(rule, person, visit) ? impossible : std::min(sum, impossible);
  }

  static void explain(const State& state, const Rule& rule, int person, const Visit& visit,
                      std::vector<Item>& in_the_way) {
    for (const Engagement& other : surplus(state, rule, person, visit))
      in_the_way.push_back({other.kind, other.index});
  }

 private:
  static bool concerns(const Rule& rule, int person, const Visit& visit) {
    return visit.activity >= 0 && rule.covers[visit.activity] != 0 && contains(rule.people, person);
  }

  // Those of that day which must go, the cheapest.
  static std::vector<Engagement> surplus(const State& state, const Rule& rule, int person,
                                         const Visit& visit) {
    if (!concerns(rule, person, visit)) return {};
    const int day = local_day(state.problem(), visit.stay);
    std::vector<Engagement> others = counted_beside(state, rule, person, visit);
    std::erase_if(others, [&](const Engagement& other) {
      return other.kind == Kind::Meeting || local_day(state.problem(), other.stay) != day;
    });
    std::ranges::stable_sort(
        others, {}, [&](const Engagement& other) { return weight_of_leaving(state, other); });
    const auto most = static_cast<std::size_t>(std::max(0, rule.most - 1));
    if (others.size() <= most) return {};
    others.resize(others.size() - most);
    return others;
  }
};

}  // namespace kontor::engine::timetable::rules
