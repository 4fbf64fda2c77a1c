#include "engine/breaks/explain.h"

#include <algorithm>
#include <functional>

#include "engine/breaks/encoding.h"
#include "engine/breaks/formula.h"
#include "engine/breaks/matching.h"
#include "engine/breaks/presolve.h"

namespace kontor::engine::breaks {

namespace {

using CauseKind = Cause::Kind;
using Causes = std::vector<Cause>;

void add_restrictions(const Problem& problem, int m, Causes& causes) {
  if ((first_slots(problem.slots) & ~problem.session[m]) != 0)
    causes.push_back({CauseKind::Session, m});
  if (problem.fixed[m] >= 0) causes.push_back({CauseKind::Fixed, m});
}

void add_forbidden(const Problem& problem, int p, Causes& causes) {
  for (int t = 0; t < problem.slots; ++t)
    if ((problem.forbidden[p] >> t) & 1U) causes.push_back({CauseKind::Forbidden, p, t});
}

bool attends(const Meeting& meeting, int p) {
  return meeting.first == p || meeting.second == p;
}

// Everything that bears on the meetings of participant p alone.
Causes causes_around(const Problem& problem, int p) {
  Causes causes;
  std::vector<char> seen(problem.participants, 0);
  for (std::size_t m = 0; m < problem.meetings.size(); ++m) {
    const Meeting& meeting = problem.meetings[m];
    if (!attends(meeting, p)) continue;
    add_restrictions(problem, static_cast<int>(m), causes);
    seen[meeting.first] = seen[meeting.second] = 1;
  }
  for (int q = 0; q < problem.participants; ++q)
    if (seen[q]) add_forbidden(problem, q, causes);
  for (std::size_t m = 0; m < problem.meetings.size(); ++m)
    if (attends(problem.meetings[m], p))
      causes.push_back({CauseKind::Request, static_cast<int>(m)});
  return causes;
}

SlotSet slots_left(const Problem& problem, const Cause& cause, int m) {
  const Meeting& meeting = problem.meetings[m];
  switch (cause.kind) {
    case CauseKind::Session:
      return cause.first == m ? problem.session[m] : ~SlotSet{0};
    case CauseKind::Fixed:
      return cause.first == m ? SlotSet{1} << problem.fixed[m] : ~SlotSet{0};
    case CauseKind::Forbidden:
      return attends(meeting, cause.first) ? ~(SlotSet{1} << cause.second) : ~SlotSet{0};
    default:
      return ~SlotSet{0};
  }
}

// Whether one participant's requested meetings match into the slots that `causes` leave.
bool can_match(const Problem& problem, const Causes& causes) {
  std::vector<SlotSet> domains;
  for (const Cause& request : causes) {
    if (request.kind != CauseKind::Request) continue;
    domains.push_back(first_slots(problem.slots));
    for (const Cause& cause : causes) domains.back() &= slots_left(problem, cause, request.first);
  }
  return static_cast<int>(domains.size()) <= problem.slots && can_hold_all(domains);
}

Causes minimise(const Problem& problem, Causes causes) {
  for (std::size_t i = 0; i < causes.size();) {
    Causes fewer = causes;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (can_match(problem, fewer))
      ++i;
    else
      causes = std::move(fewer);
  }
  return causes;
}

// A formula in which each cause holds only if its selector is assumed.
class Selected {
 public:
  Selected(const Problem& problem, bool every_request)
      : problem_(problem), every_request_(every_request) {
    place_meetings();
    separate();
    add_causes();
    if (every_request) keep_fair();
  }

  // The causes of a conflict; empty when there is none or `stop` says true.
  Conflict find(const Stop& stop) {
    Sat sat;
    sat.take(formula_);
    Conflict conflict{{}, false, every_request_};
    std::vector<Literal> core = selectors_;
    if (sat.solve(core, stop) != Sat::Answer::No) return conflict;
    std::erase_if(core, [&](Literal selector) { return !sat.failed(selector); });
    conflict.minimal = shrink(sat, core, stop);
    for (std::size_t i = 0; i < selectors_.size(); ++i)
      if (std::ranges::find(core, selectors_[i]) != core.end())
        conflict.causes.push_back(causes_[i]);
    return conflict;
  }

 private:
  // Leaves out one selector after the other as long as there is a conflict; false when stopped.
  static bool shrink(Sat& sat, std::vector<Literal>& core, const Stop& stop) {
    for (std::size_t i = 0; i < core.size();) {
      std::vector<Literal> fewer = core;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      const Sat::Answer answer = sat.solve(fewer, stop);
      if (answer == Sat::Answer::Unknown) return false;
      if (answer == Sat::Answer::Yes) {
        ++i;
        continue;
      }
      std::erase_if(fewer, [&](Literal selector) { return !sat.failed(selector); });
      core = std::move(fewer);
      i = std::min(i, core.size());
    }
    return true;
  }

  Literal select(Cause cause) {
    causes_.push_back(cause);
    selectors_.push_back(formula_.fresh());
    return selectors_.back();
  }

  void place_meetings() {
    for (std::size_t m = 0; m < problem_.meetings.size(); ++m) {
      std::vector<Literal>& row = at_.emplace_back();
      for (int t = 0; t < problem_.slots; ++t) row.push_back(formula_.fresh());
      formula_.at_most_one(row);
      std::vector<Literal> held = row;
      if (!every_request_) held.push_back(-select({CauseKind::Request, static_cast<int>(m)}));
      formula_.add(held);
    }
  }

  void separate() {
    for (int p = 0; p < problem_.participants; ++p)
      for (int t = 0; t < problem_.slots; ++t) formula_.at_most_one(meetings_at(p, t));
  }

  std::vector<Literal> meetings_at(int p, int t) const {
    std::vector<Literal> meetings;
    for (std::size_t m = 0; m < at_.size(); ++m)
      if (attends(problem_.meetings[m], p)) meetings.push_back(at_[m][t]);
    return meetings;
  }

  void add_causes() {
    Causes causes;
    for (std::size_t m = 0; m < at_.size(); ++m)
      add_restrictions(problem_, static_cast<int>(m), causes);
    for (int p = 0; p < problem_.participants; ++p) add_forbidden(problem_, p, causes);
    for (const Cause& cause : causes) restrict_slots(cause, select(cause));
    for (const auto& [earlier, later] : problem_.precedences)
      order(earlier, later, select({CauseKind::Precedence, earlier, later}));
    const Literal tables = select({CauseKind::Tables});
    for (int t = 0; t < problem_.slots; ++t) share_tables(t, tables);
  }

  void restrict_slots(const Cause& cause, Literal selector) {
    for (std::size_t m = 0; m < at_.size(); ++m)
      for (int t = 0; t < problem_.slots; ++t)
        if (((slots_left(problem_, cause, static_cast<int>(m)) >> t) & 1U) == 0)
          formula_.add({-selector, -at_[m][t]});
  }

  void order(int earlier, int later, Literal selector) {
    for (int t = 0; t < problem_.slots; ++t)
      for (int s = t; s < problem_.slots; ++s)
        formula_.add({-selector, -at_[later][t], -at_[earlier][s]});
  }

  void share_tables(int t, Literal selector) {
    if (problem_.tables >= static_cast<int>(at_.size())) return;
    std::vector<Literal> meetings;
    for (const std::vector<Literal>& row : at_) meetings.push_back(row[t]);
    const auto counts = formula_.count(meetings, problem_.tables + 1, false);
    formula_.add({-selector, -counts[problem_.tables]});
  }

  void keep_fair() {
    const std::vector<int> most = most_breaks(problem_);
    const Literal fairness = select({CauseKind::Fairness});
    for (int p = 0; p < problem_.participants; ++p) {
      std::vector<Literal> begins;
      Literal before = 0;
      for (int t = 0; t < problem_.slots; ++t) {
        const Literal used = formula_.fresh();
        std::vector<Literal> meetings = meetings_at(p, t);
        for (const Literal meeting : meetings) formula_.add({-meeting, used});
        meetings.push_back(-used);
        formula_.add(meetings);
        begins.push_back(formula_.fresh());
        if (before == 0)
          formula_.add({-used, begins.back()});
        else
          formula_.add({-used, before, begins.back()});
        before = used;
      }
      const auto counts = formula_.count(begins, most[p] + 2, false);
      if (most[p] + 1 < static_cast<int>(counts.size()))
        formula_.add({-fairness, -counts[most[p] + 1]});
    }
  }

  const Problem& problem_;
  bool every_request_;
  Formula formula_;
  std::vector<std::vector<Literal>> at_;
  Causes causes_;
  std::vector<Literal> selectors_;
};

}  // namespace

Conflict explain(const Problem& problem, const Stop& stop) {
  for (int p = 0; p < problem.participants; ++p) {
    const Causes causes = causes_around(problem, p);
    if (!can_match(problem, causes)) return {minimise(problem, causes), true, false};
  }
  const Conflict conflict = Selected(problem, false).find(stop);
  return conflict.causes.empty() ? Selected(problem, true).find(stop) : conflict;
}

}  // namespace kontor::engine::breaks
