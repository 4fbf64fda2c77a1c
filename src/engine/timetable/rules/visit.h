#pragma once
#include <algorithm>
#include <vector>

#include "engine/timetable/rules/one_place_at_a_time.h"
#include "engine/timetable/state.h"

// What the rules of protocol share. Each has a file here with its name, that it is hard,
//   cost     the weight of the wishes that must give way so that `person` may make a visit;
//            `impossible` where that is not enough
//   explain  those wishes

namespace kontor::engine::timetable::rules {

inline constexpr std::int64_t impossible = OnePlaceAtATime::impossible;

// Somebody's coming to an activity or, where that is -1, to a meeting with `partner`.
struct Visit {
  Stay stay;
  int activity = -1;
  int partner = -1;
};

// The activity that somebody attends by wish or duty; -1 for a meeting.
inline int activity_of(const State& state, const Engagement& engagement) {
  if (engagement.kind == Kind::Meeting) return -1;
  return engagement.kind == Kind::Duty ? engagement.index
                                       : state.problem().attendances[engagement.index].activity;
}

// How `person` attends `activity`; null where they do not.
inline const Engagement* at(const State& state, int person, int activity) {
  for (const Engagement& engagement : state.engagements(person))
    if (activity_of(state, engagement) == activity) return &engagement;
  return nullptr;
}

inline std::int64_t weight_of_leaving(const State& state, const Engagement& engagement) {
  const Item item{engagement.kind, engagement.index};
  return item.kind == Kind::Duty || state.frozen(item) ? impossible : state.weight(item);
}

// The wishes of those of `people` who are at `activity`, `except` apart.
inline std::int64_t cost_of_leaving(const State& state, const std::vector<int>& people, int except,
                                    int activity) {
  std::int64_t sum = 0;
  for (const int person : people)
    if (const Engagement* found = person == except ? nullptr : at(state, person, activity))
      sum += weight_of_leaving(state, *found);
  return std::min(sum, impossible);
}

inline void explain_leaving(const State& state, const std::vector<int>& people, int except,
                            int activity, std::vector<Item>& in_the_way) {
  for (const int person : people)
    if (const Engagement* found = person == except ? nullptr : at(state, person, activity))
      in_the_way.push_back({found->kind, found->index});
}

// Whether `rule` counts the visit, and an engagement: activities that it covers, or meetings.
inline bool counts(const Rule& rule, int activity) {
  return activity < 0 ? rule.meetings : rule.covers[activity] != 0;
}

// The other engagements of `person` that `rule` counts and that can stay beside the visit.
inline std::vector<Engagement> counted_beside(const State& state, const Rule& rule, int person,
                                              const Visit& visit) {
  std::vector<Engagement> out;
  for (const Engagement& engagement : state.engagements(person)) {
    const int activity = activity_of(state, engagement);
    const bool same = activity >= 0 && activity == visit.activity;
    if (!same && counts(rule, activity) && compatible(state.problem(), engagement.stay, visit.stay))
      out.push_back(engagement);
  }
  return out;
}

}  // namespace kontor::engine::timetable::rules
