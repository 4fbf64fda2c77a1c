#include "engine/timetable/repair/errand.h"

#include <algorithm>
#include <map>

#include "engine/timetable/rules/arrives_last.h"
#include "engine/timetable/rules/never_with.h"

namespace kontor::engine::timetable {

namespace {

bool counts(const Rule& rule, const Errand& errand) {
  return errand.activity < 0 ? rule.meetings : rule.covers[errand.activity] != 0;
}

// The errands of a run that lasts too long; empty: there is none.
std::vector<Errand> too_long_a_run(const Rule& rule, std::vector<Errand> day) {
  std::ranges::sort(day, {}, &Errand::starts_at);
  std::vector<Errand> run;
  int ends_at = 0;
  for (const Errand& errand : day) {
    if (run.empty() || errand.starts_at - ends_at >= rule.minutes) {
      run.assign(1, errand);
      ends_at = errand.ends_at;
      continue;
    }
    run.push_back(errand);
    ends_at = std::max(ends_at, errand.ends_at);
    if (ends_at - run.front().starts_at > rule.every_minutes) return run;
  }
  return {};
}

// The activities of a day on which there are too many; empty: there is none.
std::vector<Errand> too_many_a_day(const Problem& problem, const Rule& rule,
                                   const std::vector<Errand>& errands) {
  std::map<int, std::vector<Errand>> days;
  for (const Errand& errand : errands)
    if (errand.activity >= 0) days[local_day(problem, errand)].push_back(errand);
  for (auto& [day, there] : days)
    if (static_cast<int>(there.size()) > rule.most) return std::move(there);
  return {};
}

// What of `day`, counted by a rule about one of its people, breaks it.
std::vector<Errand> breach(const Problem& problem, const Rule& rule,
                           const std::vector<Errand>& day) {
  if (rule.kind != RuleKind::Rest && rule.kind != RuleKind::AtMostADay) return {};
  std::vector<Errand> counted;
  for (const Errand& errand : day)
    if (counts(rule, errand)) counted.push_back(errand);
  return rule.kind == RuleKind::Rest ? too_long_a_run(rule, std::move(counted))
                                     : too_many_a_day(problem, rule, counted);
}

bool breaks(const Problem& problem, const Rule& rule, int person, const std::vector<Errand>& day,
            const Errand& errand) {
  if (!counts(rule, errand) || !contains(rule.people, person)) return false;
  return rule.kind == RuleKind::ClearanceNeeded || !breach(problem, rule, day).empty();
}

}  // namespace

bool fits(const Problem& problem, const Grid& grid, int person, const std::vector<Errand>& others,
          const Errand& errand) {
  for (const Errand& other : others)
    if (!compatible(problem, other, errand)) return false;
  if (grid.rules_of[person].empty()) return true;
  std::vector<Errand> day = others;
  day.push_back(errand);
  return std::ranges::none_of(grid.rules_of[person], [&](int number) {
    return breaks(problem, problem.rules[number], person, day, errand);
  });
}

std::vector<int> too_many_for_required(const Problem& problem, const std::vector<int>& options) {
  for (const Rule& rule : problem.rules) {
    if (rule.kind != RuleKind::Rest && rule.kind != RuleKind::AtMostADay) continue;
    for (const int person : rule.people) {
      std::vector<Errand> day;
      for (int a = 0; a < static_cast<int>(options.size()); ++a)
        if (options[a] >= 0 && contains(problem.activities[a].required, person))
          day.push_back({stay_of(problem, a, options[a], person), a});
      std::vector<int> out;
      for (const Errand& errand : breach(problem, rule, day)) out.push_back(errand.activity);
      if (!out.empty()) return out;
    }
  }
  return {};
}

bool at_odds(const Problem& problem, const Grid& grid, int activity, int one, int other,
             bool strict) {
  return std::ranges::any_of(grid.rules_of[one], [&](int number) {
    const Rule& rule = problem.rules[number];
    const auto parted = [&] { return rules::NeverWith::apart(rule, one, other); };
    if (activity < 0) return rule.kind == RuleKind::NeverWith && rule.meetings && parted();
    if (rule.covers[activity] == 0) return false;
    if (rule.kind == RuleKind::NotSameVehicle)
      return (strict || problem.activities[activity].boards_at < 0) && parted();
    if (rule.kind == RuleKind::ArrivesLast || rule.kind == RuleKind::LeavesFirst)
      return contains(rules::ArrivesLast::rivals(problem, rule, one, activity), other);
    return rule.kind == RuleKind::NeverWith && parted();
  });
}

}  // namespace kontor::engine::timetable
