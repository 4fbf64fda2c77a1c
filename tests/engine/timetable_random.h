#pragma once
#include <algorithm>

#include "base/rng.h"
#include "engine/timetable/problem.h"

namespace kontor::engine::timetable::testing {

// A tiny random problem that uses every rule: two cities, travel, absences, rooms, duties, parallel
// seats, scarce tables and places. Small enough to enumerate.
inline Problem tiny_problem(std::uint64_t seed) {
  base::Rng rng(seed);
  Problem out;
  out.must_points = 100;
  out.legs = {{0}, {0}};
  out.places = {{0}, {0}, {1}};
  out.travel_minutes = {{0, 15, 15}, {15, 0, 15}, {15, 15, 0}};
  out.rooms = 3;
  const int people = rng.between(3, 5), organisations = rng.between(2, 4);
  out.seats.resize(static_cast<std::size_t>(organisations));
  for (int p = 0; p < people; ++p) {
    Person person{rng.between(0, organisations - 1), {0, 1}, {}};
    if (rng.chance(200)) person.legs = {rng.between(0, 1)};
    if (rng.chance(200)) person.absences.push_back({rng.between(0, 3) * 20, 80});
    out.seats[static_cast<std::size_t>(person.organisation)].push_back(p);
    out.people.push_back(person);
  }
  const int sessions = rng.between(1, 2);
  for (int s = 0; s < sessions; ++s)
    out.sessions.push_back({s * 2, s * 2, s * 1440 + rng.between(0, 2) * 20, 20, rng.between(1, 2),
                            rng.between(1, 2)});
  const int activities = rng.between(1, 3);
  for (int a = 0; a < activities; ++a) {
    Activity activity{rng.between(1, 3) * 20, {}, {}, {}};
    const int place = rng.between(0, 2);
    for (int o = rng.between(1, 3); o > 0; --o)
      activity.options.push_back({(place == 2 ? 1440 : 0) + rng.between(0, 5) * 20,
                                  rng.chance(700) ? place : -1, place, rng.between(0, 3)});
    if (rng.chance(300)) activity.required.push_back(rng.between(0, people - 1));
    if (rng.chance(200))
      for (int p = 0; p < people; ++p)
        if (activity.required.empty() || activity.required[0] != p) activity.everyone.push_back(p);
    out.activities.push_back(activity);
  }
  const auto points = [&](int& musts) {
    if (rng.chance(250)) return std::int64_t{100} * (musts = 1);
    return static_cast<std::int64_t>(rng.between(1, 9));
  };
  for (int a = 0; a < organisations; ++a)
    for (int b = a + 1; b < organisations; ++b)
      if (out.meetings.size() < 4 && rng.chance(700)) {
        MeetingWish wish{a, b, 0, 0, 1, 0};
        wish.points = points(wish.musts);
        out.meetings.push_back(wish);
      }
  for (int p = 0; p < people; ++p)
    for (int a = 0; a < activities; ++a)
      if (out.attendances.size() < 5 && rng.chance(400)) {
        AttendanceWish wish{p, a, 0, 0};
        wish.points = points(wish.musts);
        out.attendances.push_back(wish);
      }
  return out;
}

// A tiny problem in which whole delegations are expected at most activities, which have several
// starts, and some are required.
inline Problem tiny_reception_problem(std::uint64_t seed) {
  Problem out = tiny_problem(seed);
  base::Rng rng = base::Rng(seed).split(99);
  for (Activity& activity : out.activities) {
    while (activity.options.size() < 2) {
      activity.options.push_back(activity.options.front());
      activity.options.back().starts_at += rng.between(1, 3) * 20;
    }
    activity.everyone.clear();
    if (!rng.chance(700)) continue;
    for (int p = 0; p < static_cast<int>(out.people.size()); ++p)
      if (activity.required.empty() || activity.required[0] != p) activity.everyone.push_back(p);
  }
  return out;
}

// A tiny problem of parallel tracks: two hours, two rooms and three or four activities, each of
// which may be held at either hour; people want several of them, and some more than others.
inline Problem tiny_tracks_problem(std::uint64_t seed) {
  base::Rng rng(seed);
  Problem out;
  out.must_points = 100;
  out.legs = {{0}};
  out.places = {{0}};
  out.travel_minutes = {{0}};
  out.rooms = 2;
  const int people = rng.between(3, 4);
  out.seats.resize(static_cast<std::size_t>(people));
  for (int p = 0; p < people; ++p) {
    out.people.push_back({p, {0}, {}});
    out.seats[static_cast<std::size_t>(p)].push_back(p);
  }
  const int activities = rng.between(3, 4);
  for (int a = 0; a < activities; ++a) {
    Activity activity{20, {}, {}, {}};
    for (const int hour : {0, 20})
      for (const int room : {0, 1}) activity.options.push_back({hour, room, 0, 3});
    out.activities.push_back(activity);
  }
  for (int p = 0; p < people; ++p)
    for (int a = 0; a < activities; ++a)
      if (out.attendances.size() < 7 && rng.chance(550)) {
        const bool must = rng.chance(250);
        out.attendances.push_back({p, a, must ? 100 : rng.between(1, 9), must ? 1 : 0});
      }
  return out;
}

inline bool contains(const std::vector<int>& people, int person) {
  return std::find(people.begin(), people.end(), person) != people.end();
}

// What planning does with rules: company is required, who is not cleared is not expected, others
// wait for those who are.
inline void apply_rules(Problem& problem) {
  for (std::size_t a = 0; a < problem.activities.size(); ++a) {
    Activity& activity = problem.activities[a];
    std::vector<int> expected;
    for (std::size_t round = 0; round < problem.people.size(); ++round)
      for (const Rule& rule : problem.rules)
        if (rule.kind == RuleKind::AlwaysWith && rule.covers[a])
          for (const int other : rule.others)
            for (const int person : rule.people)
              if (contains(activity.required, other) && !contains(activity.required, person))
                activity.required.push_back(person);
    std::erase_if(activity.everyone, [&](int person) {
      for (const Rule& rule : problem.rules)
        if (rule.kind == RuleKind::ClearanceNeeded && rule.covers[a] &&
            contains(rule.people, person))
          return true;
      return contains(activity.required, person);
    });
    expected = activity.required;
    expected.insert(expected.end(), activity.everyone.begin(), activity.everyone.end());
    for (const Rule& rule : problem.rules)
      if (rule.kind == RuleKind::AtLeastOneOf && rule.covers[a])
        expected.insert(expected.end(), rule.people.begin(), rule.people.end());
    for (const Rule& rule : problem.rules) {
      if (rule.kind != RuleKind::ArrivesLast && rule.kind != RuleKind::LeavesFirst &&
          rule.kind != RuleKind::GuestsInPlace)
        continue;
      const bool comes = std::any_of(rule.people.begin(), rule.people.end(),
                                     [&](int person) { return contains(expected, person); });
      if (!rule.covers[a] || !comes) continue;
      const bool late = rule.kind == RuleKind::LeavesFirst;
      activity.waits.push_back({late ? 0 : rule.minutes, late ? rule.minutes : 0,
                                rule.kind == RuleKind::GuestsInPlace, rule.people});
    }
  }
}

// A tiny problem with one to three rules of protocol of any kinds, without the last `left_out`.
inline Problem tiny_problem_with_rules(std::uint64_t seed, std::size_t left_out = 0) {
  Problem out = tiny_problem(seed);
  base::Rng rng = base::Rng(seed).split(77);
  if (out.meetings.size() > 2) out.meetings.resize(2);
  if (out.attendances.size() > 4) out.attendances.resize(4);
  const int people = static_cast<int>(out.people.size());
  for (int count = rng.between(1, 3); count > 0; --count) {
    Rule rule;
    rule.kind = static_cast<RuleKind>(rng.below(10));
    const int one = rng.between(0, people - 1);
    const int other = (one + rng.between(1, people - 1)) % people;
    rule.people = {one};
    if (rule.kind == RuleKind::AlwaysWith || rule.kind == RuleKind::NeverWith ||
        rule.kind == RuleKind::NotSameVehicle)
      rule.others = {other};
    if (rule.kind == RuleKind::AtLeastOneOf && rng.chance(700)) rule.people.push_back(other);
    for (std::size_t a = 0; a < out.activities.size(); ++a)
      rule.covers.push_back(rng.chance(800) ? 1 : 0);
    rule.meetings =
        (rule.kind == RuleKind::Rest || rule.kind == RuleKind::NeverWith) && rng.chance(600);
    rule.minutes = 10 * rng.between(1, 3);
    rule.every_minutes = rule.kind == RuleKind::Rest ? 20 * rng.between(0, 3) : 0;
    rule.most = rng.between(0, 2);
    out.rules.push_back(rule);
  }
  out.rules.resize(out.rules.size() - std::min(left_out, out.rules.size()));
  apply_rules(out);
  return out;
}

}  // namespace kontor::engine::timetable::testing
