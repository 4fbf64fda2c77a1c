#pragma once
#include "engine/timetable/rules/visit.h"

namespace kontor::engine::timetable::rules {

// Hard rule "rest": each of `people` pauses. Of the engagements that the rule counts, a run without
// `minutes` free in a row lasts at most `every_minutes`, one engagement alone however long.
struct Rest {
  static constexpr const char* name = "rest";
  static constexpr bool hard = true;

  static std::int64_t cost(const State& state, const Rule& rule, int person, const Visit& visit) {
    if (!contains(rule.people, person) || !counts(rule, visit.activity)) return 0;
    const auto others = counted_beside(state, rule, person, visit);
    if (!too_long(rule, visit, run_of(rule, others, visit))) return 0;
    std::vector<Engagement> fixed;
    for (const Engagement& other : others)
      if (weight_of_leaving(state, other) >= impossible) fixed.push_back(other);
    if (too_long(rule, visit, run_of(rule, fixed, visit))) return impossible;
    std::int64_t sum = 0;
    for (const Engagement& other : run_of(rule, others, visit))
      if (const std::int64_t weight = weight_of_leaving(state, other); weight < impossible)
        sum += weight;
    return sum;
  }

  static void explain(const State& state, const Rule& rule, int person, const Visit& visit,
                      std::vector<Item>& in_the_way) {
    if (cost(state, rule, person, visit) == 0) return;
    for (const Engagement& other : run_of(rule, counted_beside(state, rule, person, visit), visit))
      if (weight_of_leaving(state, other) < impossible)
        in_the_way.push_back({other.kind, other.index});
  }

 private:
  // Those of `others` from which no pause parts the visit.
  static std::vector<Engagement> run_of(const Rule& rule, std::vector<Engagement> others,
                                        const Visit& visit) {
    std::vector<Engagement> run;
    Stay span = visit.stay;
    for (bool grown = true; grown;) {
      grown = false;
      std::erase_if(others, [&](const Engagement& other) {
        const bool pause = other.stay.starts_at - span.ends_at >= rule.minutes ||
                           span.starts_at - other.stay.ends_at >= rule.minutes;
        if (pause) return false;
        span.starts_at = std::min(span.starts_at, other.stay.starts_at);
        span.ends_at = std::max(span.ends_at, other.stay.ends_at);
        run.push_back(other);
        return grown = true;
      });
    }
    return run;
  }

  static bool too_long(const Rule& rule, const Visit& visit, const std::vector<Engagement>& run) {
    int from = visit.stay.starts_at, to = visit.stay.ends_at;
    for (const Engagement& other : run) {
      from = std::min(from, other.stay.starts_at);
      to = std::max(to, other.stay.ends_at);
    }
    return !run.empty() && to - from > rule.every_minutes;
  }
};

}  // namespace kontor::engine::timetable::rules
