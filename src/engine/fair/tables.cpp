#include "engine/fair/tables.h"

#include <algorithm>
#include <array>

namespace kontor::engine::fair {

namespace {

// The meetings of one slot and the tables at which their participants sat last.
class Seating {
 public:
  Seating(int tables, int participants) : suitors_(tables), last_(participants, -1) {}

  void new_session() { std::fill(last_.begin(), last_.end(), -1); }

  void seat(const Problem& problem, const std::vector<int>& meetings, int tables, Plan& plan) {
    begin(problem, meetings, tables);
    while (!single_.empty() || next_ < meetings_.size()) {
      if (!single_.empty()) {
        take_single();
      } else if (chosen_[next_] < 0 && wanted(next_) >= 0) {
        take(next_, wanted(next_));
      } else {
        ++next_;
      }
    }
    end(problem, plan);
  }

  // Where meetings at own tables leave their participants: at none of the slot's tables.
  void leave(const Meeting& meeting) { last_[meeting.first] = last_[meeting.second] = -1; }

 private:
  void begin(const Problem& problem, const std::vector<int>& meetings, int tables) {
    meetings_ = meetings;
    taken_.assign(tables, 0);
    chosen_.assign(meetings.size(), -1);
    wishes_.assign(meetings.size(), {-1, -1});
    next_ = 0;
    for (int table = 0; table < tables; ++table) suitors_[table].clear();
    for (std::size_t i = 0; i < meetings.size(); ++i) {
      const Meeting& it = problem.meetings[meetings[i]];
      wishes_[i] = {last_[it.first], last_[it.second]};
      for (int& table : wishes_[i])
        if (table >= tables) table = -1;
      if (wishes_[i][0] == wishes_[i][1]) wishes_[i][1] = -1;
      for (const int table : wishes_[i])
        if (table >= 0) suitors_[table].push_back(static_cast<int>(i));
    }
    for (int table = 0; table < tables; ++table)
      if (suitors_[table].size() == 1) single_.push_back(table);
  }

  int suitors(int table) const {
    return static_cast<int>(std::count_if(suitors_[table].begin(), suitors_[table].end(),
                                          [this](int i) { return chosen_[i] < 0; }));
  }

  // A table that meeting `i` wants and nobody has, the one with fewer suitors; -1 for none.
  int wanted(std::size_t i) const {
    int best = -1;
    for (const int table : wishes_[i])
      if (table >= 0 && taken_[table] == 0 && (best < 0 || suitors(table) < suitors(best)))
        best = table;
    return best;
  }

  void take_single() {
    const int table = single_.back();
    single_.pop_back();
    if (taken_[table] != 0) return;
    for (const int i : suitors_[table])
      if (chosen_[i] < 0) return take(i, table);
  }

  void take(std::size_t i, int table) {
    chosen_[i] = table;
    taken_[table] = 1;
    for (const int other : wishes_[i])
      if (other >= 0 && taken_[other] == 0 && suitors(other) == 1) single_.push_back(other);
  }

  void end(const Problem& problem, Plan& plan) {
    int free = 0;
    for (std::size_t i = 0; i < meetings_.size(); ++i) {
      if (chosen_[i] < 0) {
        while (taken_[free] != 0) ++free;
        taken_[free] = 1;
        chosen_[i] = free;
      }
      const Meeting& it = problem.meetings[meetings_[i]];
      plan[meetings_[i]].table = last_[it.first] = last_[it.second] = chosen_[i];
    }
  }

  std::vector<std::vector<int>> suitors_;  // of each table: places in meetings_
  std::vector<int> last_;                  // table of each participant, -1 for none
  std::vector<int> meetings_;
  std::vector<char> taken_;
  std::vector<int> chosen_;
  std::vector<std::array<int, 2>> wishes_;
  std::vector<int> single_;  // tables with one suitor left
  std::size_t next_ = 0;
};

}  // namespace

Plan number_tables(const Timetable& timetable) {
  const Problem& problem = timetable.problem();
  Plan plan(problem.meetings.size());
  std::vector<std::vector<int>> by_slot(problem.slots.size());
  for (int m = 0; m < static_cast<int>(plan.size()); ++m) {
    plan[m].slot = timetable.slot_of(m);
    if (plan[m].slot >= 0) by_slot[plan[m].slot].push_back(m);
  }
  int tables = 0;
  for (const Slot& slot : problem.slots) tables = std::max(tables, slot.tables);
  Seating seating(tables, static_cast<int>(problem.participants.size()));
  for (std::size_t t = 0; t < by_slot.size(); ++t) {
    if (t > 0 && problem.slots[t].session != problem.slots[t - 1].session) seating.new_session();
    for (const int m : by_slot[t])
      if (problem.meetings[m].host >= 0) seating.leave(problem.meetings[m]);
    std::erase_if(by_slot[t], [&](int m) { return problem.meetings[m].host >= 0; });
    seating.seat(problem, by_slot[t], problem.slots[t].tables, plan);
  }
  return plan;
}

}  // namespace kontor::engine::fair
