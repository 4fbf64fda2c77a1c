#include "engine/fair/check.h"

#include <algorithm>
#include <map>
#include <set>

namespace kontor::engine::fair {

namespace {

// The meetings of one participant, by slot.
using Diary = std::map<int, std::vector<int>>;

class Checking {
 public:
  Checking(const Problem& problem, const Plan& plan) : problem_(problem), plan_(plan) {
    diaries_.resize(problem.participants.size());
    for (int m = 0; m < static_cast<int>(plan.size()); ++m) {
      const int slot = plan[m].slot;
      if (slot < 0 || slot >= static_cast<int>(problem.slots.size())) continue;
      diaries_[problem.meetings[m].first][slot].push_back(m);
      diaries_[problem.meetings[m].second][slot].push_back(m);
      ++finding_.worth.meetings;
    }
  }

  Finding run() {
    check_meetings();
    check_tables();
    for (int p = 0; p < static_cast<int>(problem_.participants.size()); ++p) check_participant(p);
    for (const Precedence& precedence : problem_.precedences) check_precedence(precedence);
    const Weights weight = weights(problem_);
    Worth& worth = finding_.worth;
    worth.value = worth.musts * weight.must + worth.promised * weight.promise + worth.points;
    return finding_;
  }

 private:
  void blame(const char* rule, int meeting, int participant, int slot) {
    finding_.violations.push_back({rule, meeting, participant, slot});
  }

  void check_meetings() {
    for (int m = 0; m < static_cast<int>(plan_.size()); ++m) {
      const Meeting& meeting = problem_.meetings[m];
      const int slot = plan_[m].slot;
      if (slot < -1 || slot >= static_cast<int>(problem_.slots.size())) blame("slot", m, -1, slot);
      if (meeting.fixed_slot >= 0 && slot != meeting.fixed_slot) blame("fixed", m, -1, slot);
      if (slot < 0) continue;
      finding_.worth.musts += meeting.musts;
      finding_.worth.points += meeting.points;
    }
  }

  void check_tables() {
    std::set<std::pair<int, int>> taken;
    for (int m = 0; m < static_cast<int>(plan_.size()); ++m) {
      const auto [slot, table] = plan_[m];
      if (slot < 0 || slot >= static_cast<int>(problem_.slots.size())) continue;
      const bool own = problem_.meetings[m].host >= 0;
      const bool exists = table >= 0 && table < problem_.slots[slot].tables;
      if (own ? table != -1 : !exists) blame("table", m, -1, slot);
      if (!own && !taken.insert({slot, table}).second) blame("tables", m, -1, slot);
    }
  }

  void check_participant(int p) {
    const Participant& participant = problem_.participants[p];
    int meetings = 0;
    for (const auto& [slot, held] : diaries_[p]) {
      meetings += static_cast<int>(held.size());
      if (static_cast<int>(held.size()) > participant.seats) blame("seats", held[0], p, slot);
      const auto& absent = participant.absent_slots;
      if (std::find(absent.begin(), absent.end(), slot) != absent.end())
        blame("absence", held[0], p, slot);
    }
    if (participant.most >= 0 && meetings > participant.most) blame("most", -1, p, -1);
    finding_.worth.promised += std::min(meetings, participant.least);
    finding_.worth.broken_promises += meetings < participant.least ? 1 : 0;
    count_breaks_and_changes(diaries_[p]);
  }

  void count_breaks_and_changes(const Diary& diary) {
    for (auto here = diary.begin(); here != diary.end(); ++here) {
      const auto next = std::next(here);
      if (next == diary.end()) return;
      const bool together =
          problem_.slots[here->first].session == problem_.slots[next->first].session;
      if (next->first > here->first + 1 && (together || problem_.breaks_span_sessions))
        ++finding_.worth.breaks;
      if (!together) continue;
      const auto before = tables_of(here->second);
      const auto after = tables_of(next->second);
      const bool stays = std::any_of(after.begin(), after.end(),
                                     [&](const auto& table) { return before.contains(table); });
      finding_.worth.table_changes += stays ? 0 : 1;
    }
  }

  // A table is the host's own, or one of the slot's.
  std::set<std::pair<int, int>> tables_of(const std::vector<int>& meetings) const {
    std::set<std::pair<int, int>> tables;
    for (const int m : meetings) tables.insert({problem_.meetings[m].host, plan_[m].table});
    return tables;
  }

  void check_precedence(const Precedence& precedence) {
    const int earlier = plan_[precedence.earlier].slot;
    const int later = plan_[precedence.later].slot;
    if (earlier >= 0 && later >= 0 && earlier >= later)
      blame("precedence", precedence.later, -1, later);
  }

  const Problem& problem_;
  const Plan& plan_;
  std::vector<Diary> diaries_;
  Finding finding_;
};

}  // namespace

Finding check(const Problem& problem, const Plan& plan) {
  if (plan.size() != problem.meetings.size()) return {{{"shape", -1, -1, -1}}, {}};
  return Checking(problem, plan).run();
}

std::vector<Violation> fixed_conflicts(const Problem& problem) {
  Plan plan(problem.meetings.size());
  std::vector<int> used(problem.slots.size());
  std::vector<Violation> found;
  for (int m = 0; m < static_cast<int>(plan.size()); ++m) {
    const Meeting& meeting = problem.meetings[m];
    if (meeting.fixed_slot < 0) continue;
    plan[m].slot = meeting.fixed_slot;
    if (meeting.host >= 0) continue;
    plan[m].table = used[meeting.fixed_slot]++;
    if (plan[m].table >= problem.slots[meeting.fixed_slot].tables)
      found.push_back({"tables", m, -1, meeting.fixed_slot});
  }
  for (Violation& violation : check(problem, plan).violations)
    if (violation.rule != "table") found.push_back(std::move(violation));
  return found;
}

}  // namespace kontor::engine::fair
