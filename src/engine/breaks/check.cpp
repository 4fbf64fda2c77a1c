#include "engine/breaks/check.h"

#include <algorithm>

namespace kontor::engine::breaks {

namespace {

using Rule = Violation::Rule;

bool in_range(const Problem& problem, const Schedule& schedule, Finding& finding) {
  if (schedule.size() != problem.meetings.size())
    finding.violations.push_back({Rule::WrongLength, static_cast<int>(schedule.size()), 0});
  for (std::size_t m = 0; m < schedule.size(); ++m)
    if (schedule[m] < 0 || schedule[m] >= problem.slots)
      finding.violations.push_back({Rule::NoSuchSlot, static_cast<int>(m), 0});
  return finding.violations.empty();
}

bool forbids(const Problem& problem, int participant, int slot) {
  return ((problem.forbidden[participant] >> slot) & 1U) != 0;
}

void check_meeting(const Problem& problem, const Schedule& schedule, int m, Finding& finding) {
  const Meeting& meeting = problem.meetings[m];
  const int slot = schedule[m];
  if (((problem.session[m] >> slot) & 1U) == 0)
    finding.violations.push_back({Rule::OutsideSession, m, 0});
  if (problem.fixed[m] >= 0 && problem.fixed[m] != slot)
    finding.violations.push_back({Rule::NotAtFixedSlot, m, 0});
  for (const int participant : {meeting.first, meeting.second})
    if (forbids(problem, participant, slot))
      finding.violations.push_back({Rule::ForbiddenSlot, m, participant});
}

bool share_a_participant(const Meeting& a, const Meeting& b) {
  return a.first == b.first || a.first == b.second || a.second == b.first || a.second == b.second;
}

void check_slot(const Problem& problem, const Schedule& schedule, int slot, Finding& finding) {
  std::vector<int> held;
  for (std::size_t m = 0; m < schedule.size(); ++m)
    if (schedule[m] == slot) held.push_back(static_cast<int>(m));
  if (static_cast<int>(held.size()) > problem.tables)
    finding.violations.push_back({Rule::TooFewTables, slot, static_cast<int>(held.size())});
  for (std::size_t i = 0; i < held.size(); ++i)
    for (std::size_t j = i + 1; j < held.size(); ++j)
      if (share_a_participant(problem.meetings[held[i]], problem.meetings[held[j]]))
        finding.violations.push_back({Rule::TwoAtOnce, held[i], held[j]});
}

int count_breaks(const Problem& problem, const Schedule& schedule, int participant) {
  std::vector<int> slots;
  for (std::size_t m = 0; m < schedule.size(); ++m)
    if (problem.meetings[m].first == participant || problem.meetings[m].second == participant)
      slots.push_back(schedule[m]);
  std::ranges::sort(slots);
  int breaks = 0;
  for (std::size_t i = 1; i < slots.size(); ++i)
    if (slots[i] > slots[i - 1] + 1) ++breaks;
  return breaks;
}

void check_fairness(const Problem& problem, Finding& finding) {
  if (finding.breaks_of.empty()) return;
  const auto [fewest, most] = std::ranges::minmax_element(finding.breaks_of);
  if (*most - *fewest > problem.fairness)
    finding.violations.push_back({Rule::Unfair, static_cast<int>(most - finding.breaks_of.begin()),
                                  static_cast<int>(fewest - finding.breaks_of.begin())});
}

}  // namespace

Finding check(const Problem& problem, const Schedule& schedule) {
  Finding finding;
  if (!in_range(problem, schedule, finding)) return finding;
  for (std::size_t m = 0; m < schedule.size(); ++m)
    check_meeting(problem, schedule, static_cast<int>(m), finding);
  for (int slot = 0; slot < problem.slots; ++slot) check_slot(problem, schedule, slot, finding);
  for (const auto& [earlier, later] : problem.precedences)
    if (schedule[earlier] >= schedule[later])
      finding.violations.push_back({Rule::PrecedenceBroken, earlier, later});
  for (int p = 0; p < problem.participants; ++p) {
    finding.breaks_of.push_back(count_breaks(problem, schedule, p));
    finding.breaks += finding.breaks_of.back();
  }
  check_fairness(problem, finding);
  return finding;
}

std::string name(Violation::Rule rule) {
  switch (rule) {
    case Rule::WrongLength:
      return "wrong_length";
    case Rule::NoSuchSlot:
      return "no_such_slot";
    case Rule::OutsideSession:
      return "outside_session";
    case Rule::NotAtFixedSlot:
      return "not_at_fixed_slot";
    case Rule::ForbiddenSlot:
      return "forbidden_slot";
    case Rule::TwoAtOnce:
      return "two_at_once";
    case Rule::TooFewTables:
      return "too_few_tables";
    case Rule::PrecedenceBroken:
      return "precedence_broken";
    case Rule::Unfair:
      return "unfair";
  }
  return "unknown_rule";
}

}  // namespace kontor::engine::breaks
