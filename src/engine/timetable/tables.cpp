#include "engine/timetable/tables.h"

#include <algorithm>
#include <map>

#include "base/check.h"

namespace kontor::engine::timetable {

namespace {

// The tables of one slot, and where everybody sat before in its session.
struct Tables {
  std::vector<char> taken;
  std::map<int, int> last;  // of each person

  bool take(int table) {
    if (table < 1 || taken[static_cast<std::size_t>(table - 1)]) return false;
    taken[static_cast<std::size_t>(table - 1)] = 1;
    return true;
  }
  int last_of(int person) const {
    const auto found = last.find(person);
    return found == last.end() ? 0 : found->second;
  }
  int take_any() {
    const auto free = std::ranges::find(taken, 0);
    CHECK(free != taken.end());
    *free = 1;
    return static_cast<int>(free - taken.begin()) + 1;
  }
};

void keep(std::vector<Seating*>& meetings, Tables& tables, int Seating::* who) {
  for (Seating* meeting : meetings)
    if (meeting->table == 0)
      if (const int table = tables.last_of(meeting->*who); tables.take(table))
        meeting->table = table;
}

int assign_slot(std::vector<Seating*>& meetings, Tables& tables) {
  keep(meetings, tables, &Seating::second_person);
  keep(meetings, tables, &Seating::first_person);
  int changes = 0;
  for (Seating* meeting : meetings) {
    if (meeting->table == 0) meeting->table = tables.take_any();
    for (const int person : {meeting->first_person, meeting->second_person}) {
      const int before = tables.last_of(person);
      if (before != 0 && before != meeting->table) ++changes;
      tables.last[person] = meeting->table;
    }
  }
  return changes;
}

}  // namespace

int assign_tables(const Problem& problem, const Grid& grid, Solution& solution) {
  std::vector<std::vector<Seating*>> in_slot(grid.slots.size());
  for (Seating& meeting : solution.meetings) {
    meeting.table = 0;
    if (meeting.slot >= 0) in_slot[meeting.slot].push_back(&meeting);
  }
  int changes = 0;
  for (std::size_t s = 0; s < problem.sessions.size(); ++s) {
    Tables tables;
    for (int k = 0; k < problem.sessions[s].slots; ++k) {
      tables.taken.assign(static_cast<std::size_t>(problem.sessions[s].tables), 0);
      changes += assign_slot(in_slot[grid.first_slot[s] + k], tables);
    }
  }
  return changes;
}

}  // namespace kontor::engine::timetable
