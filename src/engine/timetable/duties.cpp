#include "engine/timetable/duties.h"

#include <algorithm>

namespace kontor::engine::timetable {

namespace {

enum class Meets { Never, Sometimes, Always };

// Whether `person` can be at both activities: in every, some or no pair of their options.
Meets meets(const Problem& problem, int person, int a, int b) {
  bool some = false, all = true;
  for (std::size_t i = 0; i < problem.activities[a].options.size(); ++i)
    for (std::size_t j = 0; j < problem.activities[b].options.size(); ++j) {
      const bool fits = compatible(problem, stay_of(problem, a, static_cast<int>(i), person),
                                   stay_of(problem, b, static_cast<int>(j), person));
      some = some || fits;
      all = all && fits;
    }
  return all ? Meets::Always : some ? Meets::Sometimes : Meets::Never;
}

bool present_always(const Problem& problem, int person, int activity) {
  for (std::size_t o = 0; o < problem.activities[activity].options.size(); ++o)
    if (!present(problem, person, stay_of(problem, activity, static_cast<int>(o), person)))
      return false;
  return true;
}

// What is known of one person while the rule is applied.
struct Known {
  std::vector<int> certain;
  std::vector<int> possible;
  bool moving = false;  // required at an activity of several starts, or named by a rule
};

void consider(const Problem& problem, int person, int activity, Known& known) {
  if (known.moving) return;
  const auto never = [&](int other) {
    return meets(problem, person, activity, other) == Meets::Never;
  };
  const auto always = [&](int other) {
    return meets(problem, person, activity, other) == Meets::Always;
  };
  if (std::ranges::any_of(known.certain, never)) return;
  const bool sure = present_always(problem, person, activity) &&
                    std::ranges::all_of(known.certain, always) &&
                    std::ranges::all_of(known.possible, always);
  (sure ? known.certain : known.possible).push_back(activity);
}

}  // namespace

bool single_start(const Problem& problem, int activity) {
  const auto& options = problem.activities[activity].options;
  return std::ranges::all_of(
      options, [&](const Option& option) { return option.starts_at == options.front().starts_at; });
}

bool CertainDuties::forbid(const Problem& problem, int person, const Stay& stay, int except) const {
  return std::ranges::any_of(of[person], [&](int activity) {
    if (activity == except) return false;
    for (std::size_t o = 0; o < problem.activities[activity].options.size(); ++o)
      if (compatible(problem, stay_of(problem, activity, static_cast<int>(o), person), stay))
        return false;
    return true;
  });
}

CertainDuties certain_duties(const Problem& problem, const std::vector<char>& held) {
  std::vector<Known> known(problem.people.size());
  const int activities = static_cast<int>(problem.activities.size());
  for (const Rule& rule : problem.rules)
    if (rule.kind != RuleKind::ClearanceNeeded)
      for (const auto* people : {&rule.people, &rule.others})
        for (const int person : *people) known[person].moving = true;
  for (int a = 0; a < activities; ++a)
    for (const int person : problem.activities[a].required) {
      if (!single_start(problem, a)) known[person].moving = true;
      if (held[a] && single_start(problem, a)) known[person].certain.push_back(a);
    }
  for (int a = 0; a < activities; ++a)
    if (held[a] && single_start(problem, a))
      for (const int person : problem.activities[a].everyone)
        consider(problem, person, a, known[person]);
  CertainDuties out;
  for (const Known& person : known) out.of.push_back(person.certain);
  return out;
}

}  // namespace kontor::engine::timetable
