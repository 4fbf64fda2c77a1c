#pragma once
#include "engine/timetable/rules/coaches.h"
#include "engine/timetable/rules/never_with.h"

namespace kontor::engine::timetable::rules {

// Hard rule "not_same_vehicle": none of `people` rides with one of `others`. Of the activities that
// it covers those that are reached by coach have their coaches as vehicles, one after another; the
// others are vehicles themselves. What is asked of a coach comes before it is known who sits in
// which: whoever can be seated apart may come, and coaches.h sees to the coaches.
struct NotSameVehicle {
  static constexpr const char* name = "not_same_vehicle";
  static constexpr bool hard = true;

  static std::int64_t cost(const State& state, const Rule& rule, int person, const Visit& visit) {
    const auto people = in_the_way_of(state, rule, person, visit);
    return people.empty() ? 0 : cost_of_leaving(state, people, person, visit.activity);
  }
  static void explain(const State& state, const Rule& rule, int person, const Visit& visit,
                      std::vector<Item>& in_the_way) {
    const auto people = in_the_way_of(state, rule, person, visit);
    if (!people.empty()) explain_leaving(state, people, person, visit.activity, in_the_way);
  }

 private:
  // Those with whom `person` would share a vehicle and must not.
  static std::vector<int> in_the_way_of(const State& state, const Rule& rule, int person,
                                        const Visit& visit) {
    if (visit.activity < 0 || rule.covers[visit.activity] == 0) return {};
    std::vector<int> avoided = NeverWith::avoided(rule, person);
    if (state.problem().activities[visit.activity].boards_at < 0) return avoided;
    const auto comes = [&](int other) {
      return other != person && rides(state.problem(), visit.activity, other) &&
             at(state, other, visit.activity) != nullptr;
    };
    std::erase_if(avoided, [&](int other) { return !comes(other); });
    if (avoided.empty() || !rides(state.problem(), visit.activity, person) ||
        at(state, person, visit.activity) != nullptr ||  // they sit apart already
        !Coaches::lacks_seat(state, visit.activity, person))
      return {};
    return avoided;
  }
};

}  // namespace kontor::engine::timetable::rules
